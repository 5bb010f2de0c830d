import type { FactValue } from './views.js';

/**
 * Facts of a reason that the host reads by their names, beside putting them into the sentence. Give a fact one of
 * these names only where it means this; each is used by one stage.
 */
export const hostFacts = {
  /**
   * `require`: until when the claim can be submitted, as an instant. The first requirement, in workflow order, that
   * carries one says the deadline that cart and review show.
   */
  deadline: ['closesAt', 'deadlineAt', 'untilAt'],
  /**
   * `offer`, in a denial: until when earned credit could be claimed, as an instant or a day. Such credit counts as
   * expired: it is summed up and no longer listed.
   */
  expiry: ['expiredAt', 'expiredOn', 'lastOn'],
  /** `require`, with the action `attest`: the words the learner agrees to. They are kept with the claim. */
  statement: ['statement'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type HostFact = keyof typeof hostFacts;

/** The text that a reason's facts give the host under one of these names; `null` when they give none. */
export const hostFact = (facts: Readonly<Record<string, FactValue>>, fact: HostFact): string | null => {
  for (const name of hostFacts[fact]) {
    const value = facts[name];
    if (typeof value === 'string') return value;
  }
  return null;
};
