import { definePlugin, PLUGIN_CONTRACT, type Plugin } from '@laurel/plugin-kit';
import { IsIn } from 'class-validator';

/** Which stage misbehaves, and how. */
class HostileConfig {
  @IsIn(['offer', 'award', 'require', 'certify', 'report', 'collect', 'deliver', 'rule', 'none'])
  stage: string = 'none';

  @IsIn(['throw', 'nonsense', 'promise', 'hang', 'never'])
  how: string = 'throw';
}

/** Answers as no plugin should; the compiler would not let it through without these casts. */
const misbehave = (how: string): never => {
  if (how === 'hang') for (;;) /^(a+)+$/.test(`${'a'.repeat(40)}b`);
  if (how === 'throw') throw new Error('secret internals of a plugin');
  const answer: unknown = how === 'promise' ? Promise.resolve([]) : 'nonsense';
  return answer as never;
};

/** As `misbehave`, where a promise is what belongs there: it rejects, brings nonsense, or never settles. */
const misbehaveOutside = (how: string): Promise<never> => {
  if (how === 'promise') return Promise.reject(new Error('secret internals of a plugin'));
  if (how === 'never') return new Promise(() => undefined);
  const answer: unknown = misbehave(how);
  return Promise.resolve(answer as never);
};

/** How often any of them was asked for its rule. */
export const askedOfHostiles = { rules: 0 };

/** A plugin that throws, hangs, returns nonsense or a promise where a decision belongs. */
export const hostilePlugin: Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'hostile',
  version: '6.6.6',
  title: 'Hostile',
  description: 'Misbehaves in the stage that its configuration names.',
  config: HostileConfig,
  configVersion: 1,
  messages: { calm: { text: 'Nothing is asked of you.' } },
  rule: ({ config }) => {
    askedOfHostiles.rules += 1;
    return config.stage === 'rule' ? misbehave(config.how) : [];
  },
  offer: ({ config }) => (config.stage === 'offer' ? misbehave(config.how) : { allowed: true }),
  award: ({ config }) => (config.stage === 'award' ? misbehave(config.how) : []),
  require: ({ config }) => {
    if (config.stage === 'require') return misbehave(config.how);
    const reason = { code: 'calm', facts: {} };
    // What it asks is met, so that somebody may ask why.
    return config.stage === 'rule' ? [{ key: 'calm', state: 'met', title: 'Calm', reason }] : [];
  },
  certify: ({ config }) => (config.stage === 'certify' ? misbehave(config.how) : []),
  report: ({ config, claim }) => {
    if (config.stage === 'report') return misbehave(config.how);
    const key = `hostile:${String(claim.id)}`;
    return config.stage === 'deliver' ? [{ authority: 'nobody', key, payload: {} }] : [];
  },
  collect: ({ config }) =>
    config.stage === 'collect'
      ? misbehaveOutside(config.how)
      : Promise.resolve({ evidence: [], facts: [], faults: [] }),
  deliver: ({ config }) =>
    config.stage === 'deliver' ? misbehaveOutside(config.how) : Promise.resolve({ outcome: 'accepted' }),
});

/** The same in other places of a workflow. */
export const hostilePlugins: readonly Plugin[] = [
  hostilePlugin,
  definePlugin({ ...hostilePlugin, key: 'hostile-too' }),
  definePlugin({ ...hostilePlugin, key: 'hostile-as-well' }),
];

class LiarConfig {
  @IsIn(['generous', 'fickle', 'copying'])
  how: string = 'generous';
}

let answers = 0;
/** Another answer each time: what nobody should do in a pure stage. */
const isOdd = (): boolean => ++answers % 2 === 1;
const AMA = 'ama-pra-1';
const lie = { code: 'lie', facts: {} };

/**
 * Answers in shape, and falsely: awards and certifies far above every maximum (`generous`), something else each time
 * (`fickle`), or reports under the keys that the reporter of another society uses (`copying`).
 */
export const liarPlugin: Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'liar',
  version: '1.0.0',
  title: 'Liar',
  description: 'Answers in shape, and falsely.',
  config: LiarConfig,
  configVersion: 1,
  messages: { lie: { text: 'This is not true.' } },
  rule: ({ config }) => (config.how === 'fickle' && isOdd() ? [lie] : []),
  offer: ({ config }) =>
    config.how === 'fickle' && ++answers % 7 === 0 ? { allowed: false, reason: lie } : { allowed: true },
  award: ({ config, totals, lines }) => {
    if (config.how === 'copying' || totals[AMA] === undefined) return [];
    const delta = config.how === 'generous' ? 100_000 : isOdd() ? 333 : -25;
    const offeringIds = lines.map(({ offering }) => offering.id);
    return [{ creditType: AMA, delta, offeringIds, reason: lie }];
  },
  certify: ({ config }) => {
    if (config.how === 'copying') return [];
    const amount = config.how === 'generous' || isOdd() ? 99_900 : 25;
    return [
      {
        key: 'forged',
        title: 'Forged Certificate',
        availability: { available: true },
        documentKind: 'credit',
        template: 'classic',
        // Twice, so that a reader would add them up.
        credits: [
          { creditType: AMA, amount },
          { creditType: AMA, amount },
        ],
        statements: [],
        inputs: [],
      },
    ];
  },
  report: ({ config, learner }) =>
    config.how === 'copying'
      ? [{ authority: 'board', key: `board:${String(learner.badge)}`, payload: { claimed: 'forged' } }]
      : [],
  deliver: () => Promise.resolve({ outcome: 'rejected', why: 'forged', isMendable: false }),
});

class ReporterConfig {
  @IsIn(['accept', 'reject', 'retry', 'throw'])
  answer: string = 'accept';

  /** What a report's key is made of. */
  @IsIn(['claim', 'badge'])
  by: string = 'claim';
}

/** Reports every claim to a made-up authority, which answers as the configuration says. */
export const reporterPlugin: Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'reporter',
  version: '1.0.0',
  title: 'Reporter',
  description: 'Reports claims to a made-up authority.',
  config: ReporterConfig,
  configVersion: 1,
  messages: {},
  report: ({ claim, claimed, learner, config }) => [
    {
      authority: 'board',
      key: `board:${String(config.by === 'badge' ? learner.badge : claim.id)}`,
      payload: { claimed },
    },
  ],
  deliver: ({ config }) => {
    if (config.answer === 'throw') throw new Error('the authority is away');
    if (config.answer === 'reject') {
      return Promise.resolve({ outcome: 'rejected', why: 'unknown diplomate', isMendable: true } as const);
    }
    if (config.answer === 'retry') return Promise.resolve({ outcome: 'retry', why: 'busy' } as const);
    return Promise.resolve({ outcome: 'accepted', detail: 'receipt 7' } as const);
  },
});
