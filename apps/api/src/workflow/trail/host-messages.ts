import type { Message } from '@laurel/plugin-kit';

/**
 * Sentences of the rules that are not plugins. Tenants may reword them like any plugin's, under the same code.
 */
export const hostMessages = {
  'plugin.failed': {
    text: 'This could not be checked against the rules of the society just now.',
    remedy: 'Nothing you entered is lost. Please try again in a few minutes, or ask the society for help.',
  },
  'host.held': {
    text: 'Your claim is safe, but a person at the society has to look at it before certificates can be made.',
    remedy: 'You need not do anything. Ask the society if it takes longer than you expected.',
  },
  'host.released': {
    text: 'A person at the society looked at your claim and released it on {releasedAt}.',
  },
  'host.reopened': {
    text: 'The society opened your claim again on {reopenedAt}.',
    remedy: 'You can change it and submit it again. Until you do, what you submitted stands.',
  },
  'host.revoked': {
    text: 'The society revoked your claim on {revokedAt}. It and its certificates no longer count.',
    remedy: 'You can claim anew. Ask the society if you think that this is a mistake.',
  },
  'host.decided-anew': {
    text: 'The society decided anew on {decidedAt} which documents you may have.',
  },
  'host.allowed': { text: 'You can claim this session.' },
  'host.not-open': {
    text: 'Credit cannot be claimed here yet: the society has still to set the rules for it.',
    remedy: 'Nothing you entered is lost. Please come back later, or ask the society when claiming opens.',
  },
  'host.withdrawn': {
    text: 'This session was withdrawn from the programme.',
    remedy: 'Choose the session you took part in instead, or ask the society if you did attend this one.',
  },
  'host.not-certified': {
    text: 'This session is not certified for credit.',
    remedy: 'Sessions that can be claimed show how much credit they carry.',
  },
  'host.no-credit-type-for-profession': {
    text: 'This session carries {creditTypes}, which your profession cannot be awarded.',
    remedy: 'If your profession is not right in your registration, ask the society to correct it.',
  },
  'host.credit-not-offered': {
    text: 'This session does not carry {creditType}.',
    remedy: 'Remove it from your {cart}, and add it again with the credit it carries.',
  },
  'host.credit-above-offer': {
    text: 'This session carries {offeredCredit} {creditType}; {askedCredit} is not possible.',
    remedy: 'Claim {offeredCredit} or less for it.',
  },
  'host.claimed-twice': {
    text: 'This session is in your {cart} twice.',
    remedy: 'Remove one of the two.',
  },
  'host.claimed-before': {
    text: 'You claimed {creditType} for this topic on {claimedAt}.',
    remedy: 'Each topic is claimed once for each type of credit. Select the others, and claim again.',
  },
  'host.not-earned': {
    text: 'You have not completed this topic yet.',
    remedy: 'Its credit is ready to claim as soon as you have completed it.',
  },
  'host.increment': {
    text: '{creditType} is counted in steps of {stepCredit}, so {fromCredit} becomes {toCredit}.',
  },
  'host.designated-maximum': {
    text: 'This activity is designated for a maximum of {maximumCredit} {creditType}.',
  },
  'host.sessions-chosen': {
    text: '{count, plural, one {# session is} other {# sessions are}} in your {cart}.',
  },
  'host.sessions-missing': {
    text: 'Your {cart} is empty.',
    remedy: 'Add the sessions you took part in.',
  },
  'host.sessions-denied': {
    text: '{count, plural, one {One session} other {# sessions}} in your {cart} cannot be claimed.',
    remedy:
      '{count, plural, one {Its card says why. Remove it} other {Their cards say why. Remove them}} to go on.',
  },
  'host.topics-chosen': {
    text: '{count, plural, one {# topic is} other {# topics are}} selected.',
  },
  'host.topics-missing': {
    text: 'Nothing is selected to claim.',
    remedy: 'Select what you have earned.',
  },
  'host.topics-denied': {
    text: '{count, plural, one {One topic} other {# topics}} of your selection cannot be claimed.',
    remedy: '{count, plural, one {It says why. Leave it} other {They say why. Leave them}} out to go on.',
  },
  'host.document-available': { text: 'This document is ready for you.' },
  'host.reported': { text: 'Your credit is reported to {authority}.' },
} as const satisfies Readonly<Record<string, Message>>;

/** The host's own rules in a sentence, for whoever asks why. */
export const hostRules: Readonly<Partial<Record<HostCode, string>>> = {
  'host.allowed': 'Every session of a claim is checked against all rules of the society.',
  'host.not-open': 'Credit can be claimed once the society has set its rules.',
  'host.withdrawn': 'Sessions that did not take place give no credit.',
  'host.not-certified': 'Only sessions that are certified for credit can be claimed.',
  'host.no-credit-type-for-profession': 'Each type of credit is awarded to certain professions.',
  'host.credit-not-offered': 'A session gives the credit it was certified for.',
  'host.credit-above-offer': 'A session gives the credit it was certified for.',
  'host.claimed-twice': 'A session counts once.',
  'host.claimed-before': 'Each topic is claimed once for each type of credit.',
  'host.not-earned': 'Credit of a topic is earned by completing it.',
  'host.increment': 'Credit is claimed in whole steps, and never rounded up.',
  'host.designated-maximum': 'Nobody claims more than the activity is designated for.',
  'host.sessions-chosen': 'A claim needs at least one session, and none that may not be claimed.',
  'host.sessions-missing': 'A claim needs at least one session, and none that may not be claimed.',
  'host.sessions-denied': 'A claim needs at least one session, and none that may not be claimed.',
  'host.topics-chosen': 'A claim needs at least one topic, and none that may not be claimed.',
  'host.topics-missing': 'A claim needs at least one topic, and none that may not be claimed.',
  'host.topics-denied': 'A claim needs at least one topic, and none that may not be claimed.',
};

export type HostCode = keyof typeof hostMessages;

export const isHostCode = (code: string): code is HostCode => Object.hasOwn(hostMessages, code);
