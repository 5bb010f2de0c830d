import { sumBy } from '@laurel/credit';
import type {
  AwardInput,
  CertifyInput,
  CollectInput,
  DecisionInput,
  OfferInput,
  ReportInput,
  RequireInput,
  RuleInput,
} from '../stages.js';
import type { LineView } from '../views.js';
import {
  aClaim,
  aCreditType,
  aLearner,
  anActivity,
  anOffering,
  aMoment,
  aTenant,
  participationHours,
} from './views.builder.js';

/** What a test says about an input: anything but the configuration, which comes first. */
type Over<Input> = Partial<Omit<Input, 'config'>>;

/** What every pure stage is given: a physician at a meeting, nothing claimed, on its last day at noon. */
export const aContext = (over: Over<DecisionInput<object>> = {}): Omit<DecisionInput<object>, 'config'> => ({
  tenant: aTenant(),
  activity: anActivity(),
  creditTypes: [aCreditType(), participationHours()],
  learner: aLearner(),
  facts: [],
  evidence: [],
  evaluations: [],
  claim: aClaim(),
  claimedBefore: [],
  inputs: {},
  now: aMoment('2026-05-13T12:00'),
  ...over,
});

/** What a rule is told from. */
export const aRuleInput = <Config>(config: Config, over: Over<RuleInput<Config>> = {}): RuleInput<Config> => {
  const { tenant, activity, creditTypes } = aContext();
  return { tenant, activity, creditTypes, ...over, config };
};

export const anOfferInput = <Config>(
  config: Config,
  over: Over<OfferInput<Config>> = {},
): OfferInput<Config> => ({
  ...aContext(),
  offering: anOffering(),
  ...over,
  config,
});

/** Nothing was adjusted yet; give `counted` for what earlier steps left, and its sums become the totals. */
export const anAwardInput = <Config>(
  config: Config,
  over: Over<AwardInput<Config>> = {},
): AwardInput<Config> => {
  const { lines = [], counted = lines } = over;
  return { ...aContext(), lines, counted, totals: claiming(counted).totals, ...over, config };
};

export const aRequireInput = <Config>(
  config: Config,
  over: Over<RequireInput<Config>> = {},
): RequireInput<Config> => ({ ...aContext(), ...claiming(over.lines), ...over, config });

/** A claim that was just submitted; what its lines add up to is claimed. */
export const aCertifyInput = <Config>(
  config: Config,
  over: Over<CertifyInput<Config>> = {},
): CertifyInput<Config> => ({ ...submitted(over.lines), documents: [], ...over, config });

export const aReportInput = <Config>(
  config: Config,
  over: Over<ReportInput<Config>> = {},
): ReportInput<Config> => ({
  ...submitted(over.lines),
  ...over,
  config,
});

export const aCollectInput = <Config>(
  config: Config,
  over: Over<CollectInput<Config>> = {},
): CollectInput<Config> => ({ tenant: aTenant(), activity: anActivity(), ...over, config });

const claiming = (lines: readonly LineView[] = []): Pick<RequireInput<object>, 'lines' | 'totals'> => ({
  lines,
  totals: Object.fromEntries(
    sumBy(
      lines,
      ({ creditType }) => creditType,
      ({ amount }) => amount,
    ),
  ),
});

const submitted = (lines: readonly LineView[] = []): Omit<ReportInput<object>, 'config'> => {
  const now = aMoment('2026-05-13T12:00');
  const claim = aClaim({ state: 'submitted', submittedAt: now, isAttested: true });
  return { ...aContext({ claim, now }), lines, claimed: claiming(lines).totals };
};
