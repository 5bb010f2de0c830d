import { shareOut, unitOf, type Hundredths } from '@laurel/credit';
import {
  allow,
  definePlugin,
  deny,
  PLUGIN_CONTRACT,
  type Adjustment,
  type AwardInput,
  type CreditTypeView,
  type LineView,
  type Reason,
} from '@laurel/plugin-kit';
import { CategoryCapsConfig, type CapRule } from './category-caps.config.js';
import { messages } from './category-caps.messages.js';
import { isSelected } from './session-selection.js';

type Input = AwardInput<CategoryCapsConfig>;

/** Up to so many sessions are named in the sentence itself; their cards show the rest. */
const MOST_NAMED = 4;

/** How much kinds of sessions give at most (live and on-demand have their own caps), and which give nothing. */
export const categoryCapsPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'category-caps',
  version: '1.0.0',
  title: 'Caps and excluded sessions',
  description:
    'Caps the credit of sessions by category, type, track or timing, and excludes kinds that give none.',
  config: CategoryCapsConfig,
  configVersion: 1,
  messages,

  rule: ({ config, creditTypes }) => [
    ...config.caps.flatMap((rule) => capInWords(rule, creditTypes)),
    ...config.excluded.map(({ label }) => ({ code: 'rule-excluded', facts: { kinds: label } })),
  ],

  offer({ offering, config }) {
    const excluded = config.excluded.find((rule) => isSelected(rule, offering));
    return excluded === undefined ? allow : deny('excluded', { kinds: excluded.label });
  },

  award(input) {
    const left = input.counted.map(({ amount }) => amount);
    return input.config.caps.flatMap((rule) =>
      Object.keys(input.totals)
        .filter((key) => rule.creditTypes.length === 0 || rule.creditTypes.includes(key))
        .flatMap((creditType) => applyCap(rule, creditType, input, left)),
    );
  },
});

/** A cap of some types is said for each of them, since each counts by itself. */
const capInWords = (
  { label, cap, creditTypes: keys }: CapRule,
  creditTypes: readonly CreditTypeView[],
): readonly Reason[] =>
  keys.length === 0
    ? [{ code: 'rule-cap-of-each', facts: { label, capCredit: cap } }]
    : keys.map((key) => ({
        code: 'rule-cap',
        facts: { label, capCredit: cap, unit: unitOfType(key, cap, creditTypes) },
      }));

const unitOfType = (key: string, amount: Hundredths, creditTypes: readonly CreditTypeView[]): string => {
  const type = creditTypes.find((one) => one.key === key);
  return type === undefined ? key : unitOf(amount, type.unit);
};

/** Brings the selected lines down to the cap, by what is left of them; `left` is changed for the caps that follow. */
const applyCap = (
  rule: CapRule,
  creditType: string,
  { counted, creditTypes }: Input,
  left: Hundredths[],
): readonly Adjustment[] => {
  const capped: { index: number; line: LineView; amount: Hundredths }[] = [];
  for (const [index, line] of counted.entries()) {
    const amount = left[index] ?? 0;
    if (amount > 0 && line.creditType === creditType && isSelected(rule, line.offering)) {
      capped.push({ index, line, amount });
    }
  }
  const sum = capped.reduce((all, { amount }) => all + amount, 0);
  const above = sum - rule.cap;
  if (above <= 0) return [];
  const parts = shareOut(
    above,
    capped.map(({ amount }) => amount),
  );
  const shares: Record<string, Hundredths> = {};
  for (const [position, { index, line, amount }] of capped.entries()) {
    const part = parts[position] ?? 0;
    left[index] = amount - part;
    if (part > 0) shares[line.offering.id] = -part;
  }
  return [
    {
      creditType,
      delta: -above,
      offeringIds: capped.map(({ line }) => line.offering.id),
      shares,
      reason: {
        code: 'over-cap',
        facts: {
          label: rule.label,
          capCredit: rule.cap,
          countedCredit: sum,
          unit: unitOfType(creditType, rule.cap, creditTypes),
          sessions: capped.map(({ line }) => line.offering.title),
          isShort: capped.length <= MOST_NAMED,
        },
      },
    },
  ];
};
