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
