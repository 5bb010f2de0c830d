import type { Message } from '@laurel/plugin-kit';

export const messages = {
  chosen: { text: 'You claim {totals}.' },
  'not-chosen': {
    text: 'Choose how much you claim of {types}.',
    remedy: 'Claim the credit that matches the extent of your participation; less is always possible.',
  },
  'above-maximum': {
    text: 'You chose {chosenCredit} {unit}; at most {maximumCredit} can be claimed now.',
    remedy: 'Choose again, or add the sessions that are missing.',
  },
  'above-base': {
    text: 'You chose {chosenCredit} {unit}, which count beside the {baseCredit} {baseUnit} you claim and cannot be more.',
    remedy: 'Choose less of the one, or more of the other.',
  },
  'between-steps': {
    text: 'You chose {chosenCredit} {unit}, which are counted in steps of {stepCredit}.',
    remedy: 'Choose again.',
  },
} as const satisfies Readonly<Record<string, Message>>;
