import type { Message } from '@laurel/plugin-kit';

export const messages = {
  unconfirmed: { text: '{statement}', remedy: 'Confirm this to submit your claim.' },
  confirmed: { text: 'You confirmed: “{statement}”.' },
} as const satisfies Readonly<Record<string, Message>>;
