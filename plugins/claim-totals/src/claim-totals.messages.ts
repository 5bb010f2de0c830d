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
  'rule-choice': {
    text: 'Learners choose how much they claim of {types}, up to what their sessions come to.',
  },
  'rule-base': { text: 'Nobody claims more of {type} than of {base}.' },
} as const satisfies Readonly<Record<string, Message>>;
