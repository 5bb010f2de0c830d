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
  rule: ({ config }) => (config.stage === 'rule' ? misbehave(config.how) : []),
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

class ReporterConfig {
  @IsIn(['accept', 'reject', 'retry', 'throw'])
  answer: string = 'accept';
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
  report: ({ claim, claimed }) => [
    { authority: 'board', key: `board:${String(claim.id)}`, payload: { claimed } },
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
