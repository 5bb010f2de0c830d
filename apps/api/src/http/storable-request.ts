import type { FastifyInstance } from 'fastify';
import { DomainError } from '../problem/domain-error.js';

/** No request of ours nests more than a few levels; code that walks bodies must not run out of stack. */
const DEEPEST = 32;
/** Above what any form, workflow or message of ours has; what validates bodies takes the square of it in time. */
const MOST_KEYS = 500;
/** As many items as a selection or a push may hold. */
const MOST_ITEMS = 5_000;
const NUL = '\u0000';

/**
 * Refuses what PostgreSQL cannot hold, U+0000 and halves of surrogate pairs, wherever it is written, and bodies
 * deeper, wider or longer than anything means. Before guards and validation are asked: what they do with such a
 * body would fail as late as in the database, as a fault of ours, or keep everybody else waiting.
 */
export function refuseUnstorable(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ url }) => {
    if (url.includes('%00')) throw new DomainError('request.invalid', { detail: UNSTORABLE });
  });
  fastify.addHook('preValidation', async ({ body }) => {
    requireSane(body);
  });
}

const UNSTORABLE =
  'The text holds a character that cannot be kept, such as half of an emoji. Please remove it and try again.';

/** With a stack of its own: recursion is what deep nesting attacks. */
function requireSane(body: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') requireStorable(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) {
      throw new DomainError('request.invalid', { detail: 'The request is nested too deeply.' });
    }
    requireBounded(value);
    for (const [key, inner] of Object.entries(value)) {
      requireStorable(key);
      open.push({ value: inner, depth: depth + 1 });
    }
  }
}

function requireStorable(text: string): void {
  if (text.isWellFormed() && !text.includes(NUL)) return;
  throw new DomainError('request.invalid', { detail: UNSTORABLE });
}

function requireBounded(value: object): void {
  const isList = Array.isArray(value);
  const most = isList ? MOST_ITEMS : MOST_KEYS;
  if ((isList ? value.length : Object.keys(value).length) <= most) return;
  throw new DomainError('request.too_large', {
    detail: isList
      ? `Send at most ${String(most)} items at once.`
      : `Send at most ${String(most)} fields at once.`,
  });
}
