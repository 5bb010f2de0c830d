import { formatCredit, unitOf, type Hundredths } from '@laurel/credit';
import {
  definePlugin,
  PLUGIN_CONTRACT,
  type CreditTypeView,
  type Reason,
  type RequireInput,
} from '@laurel/plugin-kit';
import { ClaimTotalsConfig, type TotalRule } from './claim-totals.config.js';
import { messages } from './claim-totals.messages.js';

type Input = RequireInput<ClaimTotalsConfig>;

/** AMA PRA: physicians claim only the credit commensurate with their participation, so they choose it themselves. */
export const claimTotalsPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'claim-totals',
  version: '1.0.0',
  title: 'Claim totals',
  description: 'Lets learners choose what they claim per credit type, from the computed maximum downward.',
  config: ClaimTotalsConfig,
  configVersion: 1,
  messages,

  rule: ({ config: { totals }, creditTypes }) => [
    {
      code: 'rule-choice',
      facts: { types: totals.map(({ creditType }) => nameOf(creditType, creditTypes)) },
    },
    ...totals.flatMap(({ creditType, notAbove }) =>
      notAbove === undefined
        ? []
        : {
            code: 'rule-base',
            facts: { type: nameOf(creditType, creditTypes), base: nameOf(notAbove, creditTypes) },
          },
    ),
  ],

  require(input) {
    const { config, totals } = input;
    const asked = config.totals.filter(({ creditType }) => (totals[creditType] ?? 0) > 0);
    if (asked.length === 0) return [];
    const faults = asked.flatMap((rule) => {
      const reason = findFault(rule, input);
      return reason === null ? [] : [{ field: rule.creditType, reason }];
    });
    const open = asked.filter(({ creditType }) => input.claim.chosen[creditType] === undefined);
    const reason =
      faults[0]?.reason ?? (open.length > 0 ? notChosen(open, input) : whatIsChosen(asked, input));
    return [
      {
        key: 'totals',
        state: faults.length > 0 || open.length > 0 ? 'unmet' : 'met',
        title: config.title,
        reason,
        action: { kind: 'totals', creditTypes: asked.map(({ creditType }) => creditType) },
        ...(faults.length > 0 ? { faults } : {}),
      },
    ];
  },
});

/** Why what was chosen of a credit type cannot be claimed now; `null` also while nothing was chosen. */
const findFault = ({ creditType, notAbove }: TotalRule, input: Input): Reason | null => {
  const chosen = input.claim.chosen[creditType];
  if (chosen === undefined) return null;
  const maximum = input.totals[creditType] ?? 0;
  const common = { chosenCredit: chosen, unit: unitOfType(creditType, chosen, input) };
  if (chosen > maximum) return { code: 'above-maximum', facts: { ...common, maximumCredit: maximum } };
  const step = typeOf(creditType, input)?.increment ?? 25;
  if (chosen % step !== 0) return { code: 'between-steps', facts: { ...common, stepCredit: step } };
  if (notAbove === undefined) return null;
  // A base of which nothing can be claimed is nowhere asked for; what counts beside it then is nothing as well.
  const base = (input.totals[notAbove] ?? 0) === 0 ? 0 : input.claim.chosen[notAbove];
  return base === undefined || chosen <= base
    ? null
    : {
        code: 'above-base',
        facts: { ...common, baseCredit: base, baseUnit: unitOfType(notAbove, base, input) },
      };
};

const notChosen = (open: readonly TotalRule[], input: Input): Reason => ({
  code: 'not-chosen',
  facts: { types: open.map(({ creditType }) => nameOf(creditType, input.creditTypes)) },
});

const whatIsChosen = (asked: readonly TotalRule[], input: Input): Reason => ({
  code: 'chosen',
  facts: {
    totals: asked.map(({ creditType }) => {
      const amount = input.claim.chosen[creditType] ?? 0;
      return `${formatCredit(amount)} ${unitOfType(creditType, amount, input)}`;
    }),
  },
});

const typeOf = (key: string, { creditTypes }: Input): CreditTypeView | undefined =>
  creditTypes.find((type) => type.key === key);

const nameOf = (key: string, creditTypes: readonly CreditTypeView[]): string =>
  creditTypes.find((type) => type.key === key)?.name ?? key;

const unitOfType = (key: string, amount: Hundredths, input: Input): string => {
  const type = typeOf(key, input);
  return type === undefined ? key : unitOf(amount, type.unit);
};
