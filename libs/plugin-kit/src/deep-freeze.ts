/**
 * Freezes a value and everything it holds, and returns it. A value that is frozen already is taken to be frozen
 * throughout and skipped, so that views the host froze once cost nothing the next time.
 */
export const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  // Children last would recurse for ever on a value that holds itself.
  Object.freeze(value);
  for (const child of Object.values(value)) deepFreeze(child);
  return value;
};
