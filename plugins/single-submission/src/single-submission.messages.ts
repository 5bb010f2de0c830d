import type { Message } from '@laurel/plugin-kit';

export const messages = {
  'closes-with-submission': {
    text: 'Once you submit, your claim is closed: you will not be able to add sessions.',
  },
  reopened: {
    text: 'Your claim has been reopened. Once you submit it again, it is closed.',
  },
  closed: {
    text: 'You submitted your claim, which closed it. Sessions can no longer be added or removed.',
    remedy: 'If something in it is wrong, write to the society’s desk: it can reopen your claim.',
  },
  rule: { text: 'A claim is closed once it is submitted, unless {society} opens it again.' },
} as const satisfies Readonly<Record<string, Message>>;
