import type { Message } from '@laurel/plugin-kit';

export const messages = {
  unconfirmed: { text: '{statement}', remedy: 'Confirm this to submit your claim.' },
  'on-offer': { text: '{statement}', remedy: 'You may confirm this; your claim does not wait for it.' },
  confirmed: { text: 'You confirmed: “{statement}”.' },
  'rule-required': { text: 'Before a claim is submitted, its learner confirms: “{statement}”.' },
  'rule-optional': { text: 'Learners may confirm: “{statement}”. A claim does not wait for it.' },
} as const satisfies Readonly<Record<string, Message>>;
