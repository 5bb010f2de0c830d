import type { Message } from '@laurel/plugin-kit';

export const messages = {
  expired: {
    text: 'You earned this on {earnedOn}. It could be claimed until {lastOn}.',
    remedy: 'Ask the society if you think that this is a mistake.',
  },
} as const satisfies Readonly<Record<string, Message>>;
