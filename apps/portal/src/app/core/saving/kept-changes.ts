/** What an earlier visit left on the device; anything that is not ours is ignored. */
export function parseKept<Value>(
  stored: string | null,
  isValue: (value: unknown) => value is Value,
): [string, Value][] {
  if (stored === null) return [];
  let kept: unknown;
  try {
    kept = JSON.parse(stored);
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
  return Array.isArray(kept) ? kept.flatMap((entry) => entryOf(entry, isValue)) : [];
}

function entryOf<Value>(entry: unknown, isValue: (value: unknown) => value is Value): [string, Value][] {
  if (!Array.isArray(entry)) return [];
  const id: unknown = entry[0];
  const value: unknown = entry[1];
  return typeof id === 'string' && isValue(value) ? [[id, value]] : [];
}

/**
 * What stands on the device once a window's own changes are added to what is there: another window's stay. `done` was
 * sent: it goes, unless another window has changed its mind about it since.
 */
export function withOwn<Value>(
  stored: readonly [string, Value][],
  own: ReadonlyMap<string, Value>,
  done?: readonly [string, Value],
): [string, Value][] {
  const kept = new Map(stored);
  if (done && JSON.stringify(kept.get(done[0])) === JSON.stringify(done[1])) kept.delete(done[0]);
  for (const [id, value] of own) kept.set(id, value);
  return [...kept];
}
