/** `sending` while a worker holds it; found later, it says that nobody knows whether that worker succeeded. */
export const mailStates = ['queued', 'sending', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

/** Why a mail whose time is over is not sent. */
export const MAIL_IS_OVER =
  'The link in this mail is good no longer, so the mail is not sent. Whoever needs one can ask for a new link.';
