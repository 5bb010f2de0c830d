import type { Message } from '@laurel/plugin-kit';

export const messages = {
  done: { text: 'You completed the {title}. Thank you.' },
  'not-begun': {
    text: 'The {title} is still to do: {count, plural, =0 {it takes a minute} one {one required question} other {# required questions}}.',
    remedy: 'Answer it now, or in parts: what you write is saved as you go.',
  },
  'questions-left': {
    text: '{left, plural, one {One required question is} other {# required questions are}} left in the {title}.',
    remedy: 'Go on where you stopped; your answers are saved.',
  },
  'not-finished': {
    text: 'Every required question of the {title} is answered, but it is not finished yet.',
    remedy: 'Open it and finish it on its last page.',
  },
  optional: { text: 'The {title} is optional. The society would like to read what you think.' },
  'not-open': {
    text: 'The society asks for an {evaluation} that is not open yet.',
    remedy: 'Ask the society about it; nothing you entered is lost.',
  },
  'rule-required': {
    text: '{count, plural, one {An {evaluation} has} other {# forms have}} to be finished before a claim is submitted.',
  },
  'rule-optional': { text: '{count, plural, one {An {evaluation} is} other {# forms are}} optional.' },
} as const satisfies Readonly<Record<string, Message>>;
