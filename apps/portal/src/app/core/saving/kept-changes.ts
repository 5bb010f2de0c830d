/** A word about an id; of two words the one with the greater stamp is the later one. */
export interface Kept<Value> {
  readonly value: Value;
  readonly stamp: number;
}

/** What is left on the device, as `[id, value, stamp]`; anything that is not ours is ignored. */
export function parseKept<Value>(
  stored: string | null,
  isValue: (value: unknown) => value is Value,
): [string, Kept<Value>][] {
  return listIn(stored).flatMap((entry) => entryOf(entry, isValue));
}

/** What was sent last, as `[id, stamp]`. */
export function parseSent(stored: string | null): [string, number][] {
  return listIn(stored).flatMap((entry): [string, number][] => {
    if (!Array.isArray(entry)) return [];
    const [id, stamp] = list(entry);
    return typeof id === 'string' && typeof stamp === 'number' ? [[id, stamp]] : [];
  });
}

function listIn(stored: string | null): unknown[] {
  if (stored === null) return [];
  let kept: unknown;
  try {
    kept = JSON.parse(stored);
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
  return Array.isArray(kept) ? kept : [];
}

function entryOf<Value>(
  entry: unknown,
  isValue: (value: unknown) => value is Value,
): [string, Kept<Value>][] {
  if (!Array.isArray(entry)) return [];
  // What an earlier release has left has no stamp: every later word counts more.
  const [id, value, stamp = 0] = list(entry);
  return typeof id === 'string' && isValue(value) && typeof stamp === 'number'
    ? [[id, { value, stamp }]]
    : [];
}

/** What `Array.isArray` says is a list of anything; of what, is to be asked. */
const list = (entry: readonly unknown[]): readonly unknown[] => entry;
