import { canonical } from '../database/same-json.js';

/** Every value of a tree as text, by its path; what is null is not there. */
export const leaves = (value: unknown, path: readonly string[] = []): ReadonlyMap<string, string> => {
  if (typeof value !== 'object' || value === null) {
    return value === null || value === undefined ? new Map() : new Map([[path.join('.'), canonical(value)]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [...leaves(inner, [...path, key])]),
  );
};
