export interface QueuedSession {
  offeringId: string;
  isDone: boolean;
}

/** Where the learner is among the sessions to evaluate. */
export interface QueuePlace {
  /** Counted from 1. */
  position: number;
  total: number;
  doneCount: number;
  /** The session to go on with: the next one that is not done, from the start again after the last; null when none is left. */
  nextId: string | null;
}

/** Null when there is no queue: the form is about something else, or this session alone. */
export function placeIn(queue: readonly QueuedSession[], offeringId: string | undefined): QueuePlace | null {
  const at = queue.findIndex((session) => session.offeringId === offeringId);
  if (at < 0 || queue.length < 2) return null;
  const next = [...queue.slice(at + 1), ...queue.slice(0, at)].find(({ isDone }) => !isDone);
  return {
    position: at + 1,
    total: queue.length,
    doneCount: queue.filter(({ isDone }) => isDone).length,
    nextId: next?.offeringId ?? null,
  };
}
