/** `sending` while a worker holds it; found later, it says that nobody knows whether that worker succeeded. */
export const mailStates = ['queued', 'sending', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];
