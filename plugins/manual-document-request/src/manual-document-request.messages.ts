import type { Message } from '@laurel/plugin-kit';

export const messages = {
  promise: { text: 'Your request goes to {society} with the document. You can expect the answer {promise}.' },
  'requests-ended': {
    text: 'Requests for the {title} ended on {lastOn}.',
    remedy: 'Your other documents are not affected. Ask the society whether a late request is possible.',
  },
  'nothing-claimed': {
    text: 'You claimed nothing that the {title} could state.',
    remedy: 'Change your claim to add what you took part in.',
  },
  'rule-request': {
    text: 'The {title} is made on request: it goes to {society}, and the answer comes {promise}.',
  },
  'rule-last-day': { text: 'The last day for requests is {lastOn}.' },
} as const satisfies Readonly<Record<string, Message>>;
