import { isError } from '../problem/is-error.js';

/** Fields that name a person or let one in. Nobody should log them; if somebody does, they do not get out. */
const PERSONAL: ReadonlySet<string> = new Set([
  'badge',
  'lastName',
  'firstName',
  'displayName',
  'name',
  'email',
  'password',
  'token',
  'csrfToken',
  'authorization',
  'cookie',
  'answers',
  'body',
]);
const CENSOR = '[personal]';

type Facts = Record<string, unknown>;

/**
 * What is logged without what is personal in it, at the top and one level down. The same object where nothing is,
 * which is nearly always: pino's own redaction copies every line that is written.
 */
export const withoutPersonal = (facts: Facts): Facts => cleaned(facts, 1);

const cleaned = (facts: Facts, levels: number): Facts => {
  let clean = facts;
  for (const [name, value] of Object.entries(facts)) {
    const safe = PERSONAL.has(name)
      ? CENSOR
      : levels > 0 && isFacts(value)
        ? cleaned(value, levels - 1)
        : value;
    if (safe === value) continue;
    if (clean === facts) clean = { ...facts };
    clean[name] = safe;
  }
  return clean;
};

/** Errors are written by their serializer, which says itself what it lets out. */
const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isError(value);
