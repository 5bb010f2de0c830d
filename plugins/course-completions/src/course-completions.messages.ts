import type { Message } from '@laurel/plugin-kit';

export const messages = {
  'not-completed': {
    text: 'You have not completed this topic yet.',
    remedy: 'Complete it on {platform}; its credit appears here by itself.',
  },
  rule: { text: 'Only topics that were completed on {platform} can be claimed.' },
} as const satisfies Readonly<Record<string, Message>>;
