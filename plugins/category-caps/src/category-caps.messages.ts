import type { Message } from '@laurel/plugin-kit';

export const messages = {
  excluded: {
    text: '{kinds} are not eligible for credit.',
    remedy: 'There is no credit for this one, so you need not add it.',
  },
  'over-cap': {
    text: 'At most {capCredit} {unit} count for {label}; what you chose comes to {countedCredit}{isShort, select, true {: {sessions}} other {}}.',
    remedy: 'You need not remove anything: what is above it is left out by itself.',
  },
  'rule-cap': { text: 'At most {capCredit} {unit} count for {label}.' },
  'rule-cap-of-each': { text: 'At most {capCredit} of each type of credit count for {label}.' },
  'rule-excluded': { text: '{kinds} are not eligible for credit.' },
} as const satisfies Readonly<Record<string, Message>>;
