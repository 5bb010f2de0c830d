import type { Message } from '@laurel/plugin-kit';

const progress = '{done} of {count, plural, one {# session} other {# sessions}}';

export const messages = {
  'all-done': {
    text: '{count, plural, one {You evaluated your session} other {You evaluated all # of your sessions}}. Thank you.',
  },
  optional: {
    text: `You evaluated ${progress}. The rest is optional; the society would like to read what you think.`,
  },
  'credit-waits': {
    text: `You evaluated ${progress}. The others give credit once you evaluate them.`,
    remedy: 'Evaluate the next one, or go on without its credit.',
  },
  'nothing-evaluated': {
    text: 'A session gives credit once you evaluate it; {count, plural, one {yours is} other {none of your # sessions is}} evaluated yet.',
    remedy: 'Each takes a minute, and what you write is saved as you go.',
  },
  'claim-waits': {
    text: `You evaluated ${progress}. {isShort, select, true {Still to do: {open}} other {Next is {next}}}. Your claim can be submitted when all are done.`,
    remedy: 'Evaluate the next one, or remove it from your {cart}.',
  },
  'session-without-credit': {
    text: '“{session}” gives its credit once you evaluate it.',
    remedy: 'The evaluation takes a minute.',
  },
  'not-open': {
    text: 'The society asks for an {evaluation} of each session that is not open yet.',
    remedy: 'Ask the society about it; nothing you entered is lost.',
  },
  'rule-optional': { text: 'The {evaluation} of each session is optional.' },
  'rule-for-session-credit': { text: 'Each session’s {evaluation} is required for its credit.' },
  'rule-for-claim': { text: 'The {evaluation} of every session is required for the claim.' },
} as const satisfies Readonly<Record<string, Message>>;
