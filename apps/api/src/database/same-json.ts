/** Whether two values are the same as JSON. `jsonb` keeps no order of keys, so that their order says nothing. */
export const isSameJson = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** As text that is the same for the same content. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
