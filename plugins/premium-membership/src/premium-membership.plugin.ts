import {
  definePlugin,
  PLUGIN_CONTRACT,
  type CollectAnswer,
  type CollectInput,
  type IoHost,
  type Requirement,
} from '@laurel/plugin-kit';
import { readMembershipCsv } from './membership-csv.js';
import { readMemberships, type ReadingRule, type ReadMemberships } from './membership-payload.js';
import { standingOf, type Standing } from './membership-standing.js';
import { PremiumMembershipConfig } from './premium-membership.config.js';
import { messages } from './premium-membership.messages.js';

/** Claiming needs an active membership, earning does not. */
export const premiumMembershipPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'premium-membership',
  version: '1.0.0',
  title: 'Membership',
  description:
    'Lets only learners with an active membership claim, and takes memberships from the member system.',
  config: PremiumMembershipConfig,
  configVersion: 1,
  messages,

  rule: ({ config: { membership, graceDays } }) => [{ code: 'rule', facts: { membership, graceDays } }],

  webhookSecret: ({ webhookSecret }) => webhookSecret ?? null,
  pollEveryMinutes: ({ pollUrl, pollEveryMinutes }) => (pollUrl === undefined ? null : pollEveryMinutes),

  async collect(input, host): Promise<CollectAnswer> {
    const { payload, config, activity } = input;
    const { factKey, maxBatch } = config;
    const rule: ReadingRule = { factKey, maxBatch, timeZone: activity.timeZone, now: host.now };
    if (payload === undefined) return poll(input, host, rule);
    return { evidence: [], ...withoutNext(read(payload, rule)) };
  },

  require({ facts, now, activity, tenant, config }): readonly Requirement[] {
    const standing = standingOf(facts, config, now, activity.timeZone);
    const { membership, buyUrl, buyLabel, keeps } = config;
    const { code, facts: dates } = reasonOf(standing);
    const isMet = standing.kind === 'active' || standing.kind === 'grace';
    return [
      {
        key: 'membership',
        state: isMet ? 'met' : 'unmet',
        title: sentenceCase(membership),
        reason: {
          code,
          facts: {
            membership,
            society: tenant.name,
            hasKeeps: keeps !== undefined,
            keeps: keeps ?? '',
            ...dates,
          },
        },
        // Who has an active one needs nothing; days of grace are the time to renew.
        ...(buyUrl === undefined || standing.kind === 'active'
          ? {}
          : { action: { kind: 'link', url: buyUrl, label: buyLabel } }),
      },
    ];
  },
});

const reasonOf = (
  standing: Standing,
): { readonly code: keyof typeof messages; readonly facts: Readonly<Record<string, string>> } => {
  switch (standing.kind) {
    case 'active':
      return standing.lastDay === null
        ? { code: 'active', facts: {} }
        : { code: 'active-until', facts: { untilOn: standing.lastDay.toString() } };
    case 'grace':
      return {
        code: 'in-grace',
        facts: { endedOn: standing.lastDay.toString(), graceOn: standing.graceDay.toString() },
      };
    case 'not-yet':
      return { code: 'not-yet', facts: { beginsOn: standing.firstDay.toString() } };
    case 'ended':
      return { code: 'ended', facts: { endedOn: standing.lastDay.toString() } };
    case 'none':
      return { code: 'missing', facts: {} };
  }
};

const read = (payload: unknown, rule: ReadingRule): ReadMemberships =>
  typeof payload === 'string' ? readMembershipCsv(payload, rule) : readMemberships(payload, rule);

const withoutNext = ({ facts, faults }: ReadMemberships) => ({ facts, faults });

/** Asks the member system; whatever goes wrong on the way is thrown, and the host asks again later. */
const poll = async (
  { config, cursor }: CollectInput<PremiumMembershipConfig>,
  { http }: IoHost,
  rule: ReadingRule,
): Promise<CollectAnswer> => {
  const { pollUrl, pollToken } = config;
  if (pollUrl === undefined) return { evidence: [], facts: [], faults: [] };
  const url = new URL(pollUrl);
  if (cursor !== undefined) url.searchParams.set('cursor', cursor);
  const answer = await http.fetch(url.href, {
    headers: {
      accept: 'application/json, text/csv',
      ...(pollToken === undefined ? {} : { authorization: `Bearer ${pollToken}` }),
    },
  });
  if (answer.status !== 200) throw new Error(`The member system answered ${String(answer.status)}`);
  const isCsv = (answer.headers['content-type'] ?? '').startsWith('text/csv');
  const { facts, faults, next } = read(isCsv ? answer.body : JSON.parse(answer.body), rule);
  return { evidence: [], facts, faults, ...(next === undefined ? {} : { cursor: next }) };
};

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
