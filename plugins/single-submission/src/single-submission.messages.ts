import type { Message } from '@laurel/plugin-kit';

export const messages = {
  'closes-with-submission': {
    text: 'Once you submit, your claim is closed: you will not be able to add sessions.',
  },
  reopened: {
    text: '{society} has reopened your claim. Once you submit it again, it is closed.',
  },
  closed: {
    text: 'You submitted your claim, which closed it. Sessions can no longer be added or removed.',
    remedy: 'If something in it is wrong, ask {society}: your claim can be reopened.',
  },
} as const satisfies Readonly<Record<string, Message>>;
