import {
  definePlugin,
  PLUGIN_CONTRACT,
  type CollectAnswer,
  type CollectInput,
  type IoHost,
} from '@laurel/plugin-kit';
import { claimReport } from './claim-report.js';
import { readIncoming } from './incoming.js';
import { RemoteConfig } from './remote.config.js';
import { deliveryOutcome, postSigned } from './signed-request.js';

const NOTHING: CollectAnswer = { evidence: [], facts: [], faults: [] };

/** A service of the society's own, connected without code of ours: it pushes, is polled, and is told of claims. */
export const remotePlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'remote',
  version: '1.0.0',
  title: 'The society’s own service',
  description:
    'Takes evidence and facts from a service of the society’s own, and tells it of every submitted claim.',
  config: RemoteConfig,
  configVersion: 1,
  messages: {},

  webhookSecret: ({ webhookSecret }) => webhookSecret ?? null,
  pollEveryMinutes: ({ pollUrl, pollEveryMinutes }) => (pollUrl === undefined ? null : pollEveryMinutes),

  collect: (input, host) =>
    input.payload === undefined ? poll(input, host) : Promise.resolve(readIncoming(input.payload)),

  report: (input) =>
    input.config.reportsClaims && input.config.reportUrl !== undefined ? [claimReport(input)] : [],

  deliver: async ({ message, config }, host) => {
    const { reportUrl: url, signingSecret: secret } = config;
    if (url === undefined || secret === undefined) {
      return { outcome: 'retry', why: 'The address for reports is not set any more.' };
    }
    const { key: id, payload: data } = message;
    return deliveryOutcome(await postSigned(host, { url, id, type: 'report', data, secret }), host.now);
  },
});

/** Asks for what is new since the cursor. */
const poll = async (
  { config, activity, cursor }: CollectInput<RemoteConfig>,
  host: IoHost,
): Promise<CollectAnswer> => {
  const { pollUrl: url, signingSecret: secret } = config;
  if (url === undefined || secret === undefined) return NOTHING;
  const response = await postSigned(host, {
    url,
    id: `collect:${activity.id}:${String(host.now.epochMilliseconds)}`,
    type: 'collect',
    data: { activity: activity.code, cursor: cursor ?? null },
    secret,
  });
  if (response.status === 204) return NOTHING;
  if (response.status !== 200) throw new Error(`The service answered ${String(response.status)}`);
  return readIncoming(parsed(response.body));
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Error('The service’s answer is not JSON', { cause: error });
  }
};
