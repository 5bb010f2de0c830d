import type { Message } from '@laurel/plugin-kit';

export const messages = {
  expired: {
    text: 'You earned this on {earnedOn}. It could be claimed until {lastOn}.',
    remedy: 'Ask the society if you think that this is a mistake.',
  },
  'expired-in-type': {
    text: 'The {creditType} of “{topic}” could be claimed until {lastOn}.',
    remedy: 'Its other credit is not affected.',
  },
} as const satisfies Readonly<Record<string, Message>>;
