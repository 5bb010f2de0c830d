// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- what a constructor returns is what gets the fields
class Given {
  constructor(value: object) {
    return value;
  }
}

/**
 * Marks a value with a private field of its own, which nobody sees and which goes with it. A weak set of all that every
 * request freezes holds the dead until they are collected; each time it grows it is built anew, for a third of a second
 * under load, in which nobody is answered.
 */
class Frozen extends Given {
  readonly #isFrozen = true;

  static mark(value: object): void {
    new Frozen(value);
  }

  static has(value: object): boolean {
    return #isFrozen in value && value.#isFrozen;
  }
}

/** Values that were frozen before they came here, which may refuse fields. */
const givenFrozen = new WeakSet<object>();

/**
 * Freezes a value and everything it holds, and returns it. What was frozen here before is not walked again, so
 * that cached views cost nothing the next time. Whatever was frozen by others is: it may hold parts that are not,
 * and those are exactly what a plugin must not be able to change.
 */
export const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Frozen.has(value) || givenFrozen.has(value))
    return value;
  // Marked before its children, or a value that holds itself would be walked for ever; and before it is frozen.
  if (Object.isExtensible(value)) Frozen.mark(value);
  else givenFrozen.add(value);
  Object.freeze(value);
  for (const child of Object.values(value)) deepFreeze(child);
  return value;
};
