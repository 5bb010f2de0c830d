import { leaves } from './leaves.js';

/** More characters of a value say no more about what changed. */
const LONGEST = 80;

/**
 * What became other, a line each, by path: what was → what is. What is wholly new, such as an activity, is one line.
 *
 * @param before as `readTenantState` had it; null where the society did not exist
 */
export const tenantChanges = (before: object | null, after: object): string[] => {
  if (before === null) return ['new society'];
  const [was, is] = [leaves(before), leaves(after)];
  const added = wholesOf(is, was);
  const removed = wholesOf(was, is);
  const isTold = (path: string) => prefixes(path).some((prefix) => added.has(prefix) || removed.has(prefix));
  const changes = [...new Set([...was.keys(), ...is.keys()])].flatMap((path) => {
    const [old, now] = [was.get(path), is.get(path)];
    if (old === now || isTold(path)) return [];
    return [SECRET.test(path) ? `${path}: other than before` : `${path}: ${shown(old)} → ${shown(now)}`];
  });
  return [
    ...[...added].map((path) => `${path}: new`),
    ...[...removed].map((path) => `${path}: taken out`),
    ...changes,
  ];
};

/** Sealed as it is, it is nobody's to read. */
const SECRET = /secret[^.]*$/i;

/** The activity, course, form, step, template or credit type that a path lies in. */
const WHOLE =
  /^(?:(?:creditTypes|templates)\.[^.]+|activities\.[^.]+(?:\.(?:courses|forms|workflow)\.[^.]+)?)(?=\.)/;

const wholeOf = (path: string): string | undefined => WHOLE.exec(path)?.[0];

/** Those of the one that the other has nothing of; parts of such are left out. */
const wholesOf = (those: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): Set<string> => {
  const other = new Set([...others.keys()].flatMap((path) => prefixes(path)));
  const wholes = new Set([...those.keys()].flatMap((path) => wholeOf(path) ?? []));
  const gone = [...wholes].filter((path) => !other.has(path));
  return new Set(gone.filter((path) => !gone.some((wider) => path.startsWith(`${wider}.`))));
};

const prefixes = (path: string): string[] => {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
};

const shown = (value: string | undefined): string => {
  if (value === undefined) return '(none)';
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
};
