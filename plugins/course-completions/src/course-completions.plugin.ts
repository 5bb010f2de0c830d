import {
  allow,
  definePlugin,
  deny,
  PLUGIN_CONTRACT,
  type CollectAnswer,
  type EvidenceView,
  type OfferAnswer,
} from '@laurel/plugin-kit';
import { EVIDENCE_KIND, isRecord, refuse, type ReadCompletions } from './completion-batch.js';
import { CourseCompletionsConfig } from './course-completions.config.js';
import { messages } from './course-completions.messages.js';
import { readOwnCompletions } from './own-completions.js';
import { readStatements } from './xapi-statements.js';

/** Topics completed on the course platform; their credit accrues until it is claimed. */
export const courseCompletionsPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'course-completions',
  version: '1.0.0',
  title: 'Course completions',
  description: 'Takes completions from the course platform, and lets only completed topics be claimed.',
  config: CourseCompletionsConfig,
  configVersion: 1,
  messages,

  rule: ({ config: { platform } }) => [{ code: 'rule', facts: { platform } }],

  webhookSecret: ({ webhookSecret }) => webhookSecret ?? null,

  collect: ({ payload, config }): Promise<CollectAnswer> =>
    // The platform pushes; when the host polls, there is nothing to fetch.
    Promise.resolve({
      facts: [],
      ...(payload === undefined ? { evidence: [], faults: [] } : read(payload, config)),
    }),

  offer: ({ offering, evidence, config }) =>
    completedIn(evidence).has(offering.id) ? allow : notCompleted(config),
});

/** Our own JSON is an object with a list; everything else is one xAPI statement or several. */
const read = (payload: unknown, config: CourseCompletionsConfig): ReadCompletions => {
  if (Array.isArray(payload)) return readStatements(payload, config);
  if (!isRecord(payload))
    return refuse('payload', 'expected completions, an xAPI statement, or an array of them');
  const { completions, ...others } = payload;
  if (completions === undefined) {
    const { evidence, faults } = readStatements([payload], config);
    // One statement stands alone, so its fields are named without an index.
    return {
      evidence,
      faults: faults.map(({ path, reason }) => ({ path: path.replace(/^0\.?/, ''), reason })),
    };
  }
  if (!Array.isArray(completions)) return refuse('completions', 'expected a list of completions');
  const [unknown] = Object.keys(others);
  return unknown === undefined
    ? readOwnCompletions(completions, config.maxBatch)
    : refuse(unknown, 'unknown field');
};

/** Made once per list: an account may hold tens of thousands, and is asked about topic by topic. */
const completedIn = (evidence: readonly EvidenceView[]): ReadonlySet<string> => {
  const known = completed.get(evidence);
  if (known !== undefined) return known;
  const ids = new Set(
    evidence.filter(({ kind }) => kind === EVIDENCE_KIND).map(({ offeringId }) => offeringId),
  );
  completed.set(evidence, ids);
  return ids;
};

const notCompleted = (config: CourseCompletionsConfig): OfferAnswer => {
  const known = denials.get(config);
  if (known !== undefined) return known;
  const answer = deny('not-completed', { platform: config.platform });
  denials.set(config, answer);
  return answer;
};

const completed = new WeakMap<readonly EvidenceView[], ReadonlySet<string>>();
const denials = new WeakMap<CourseCompletionsConfig, OfferAnswer>();
