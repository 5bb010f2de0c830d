import { allow, definePlugin, deny, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { TierEligibilityConfig, type TierRule } from './tier-eligibility.config.js';
import { messages } from './tier-eligibility.messages.js';

/** Sessions for which the programme asks for a registration tier, e.g. Summits for Premier registrants. */
export const tierEligibilityPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'tier-eligibility',
  version: '1.0.0',
  title: 'Registration tiers',
  description: 'Lets only learners with the right registration tier claim sessions that ask for one.',
  config: TierEligibilityConfig,
  configVersion: 1,
  messages,

  rule: ({ config: { tiers } }) =>
    tiers.map(({ key, label, part, parts }) => {
      const facts = {
        needed: label,
        tiers: tiers
          .filter((tier) => [tier.key, ...tier.admits].some((one) => fold(one) === fold(key)))
          .map((tier) => tier.label),
      };
      return part === undefined || parts === undefined
        ? { code: 'rule-session', facts }
        : { code: 'rule-part', facts: { ...facts, part, parts } };
    }),

  offer({ offering, learner, config }) {
    if (offering.tier === null) return allow;
    const needed = fold(offering.tier);
    const own = learner.tier === null ? null : fold(learner.tier);
    if (own === needed) return allow;
    const ownRule = own === null ? undefined : findTier(config, own);
    if (ownRule?.admits.some((key) => fold(key) === needed) === true) return allow;
    const neededRule = findTier(config, needed);
    const facts = {
      needed: neededRule?.label ?? offering.tier,
      hasTier: own !== null,
      own: ownRule?.label ?? learner.tier,
      help: config.upgradeHelp,
      url: config.upgradeUrl ?? 'none',
    };
    return neededRule?.part === undefined || neededRule.parts === undefined
      ? deny('session-needs-tier', facts)
      : deny('part-needs-tier', { ...facts, part: neededRule.part, parts: neededRule.parts });
  },
});

const findTier = ({ tiers }: TierEligibilityConfig, key: string): TierRule | undefined =>
  tiers.find((tier) => fold(tier.key) === key);

/** Programmes and registrations come from different systems and rarely agree on letter case. */
const fold = (key: string): string => key.trim().toLowerCase();
