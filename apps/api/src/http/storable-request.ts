import type { FastifyInstance } from 'fastify';
import { DomainError } from '../problem/domain-error.js';

/** No request of ours nests more than a few levels; code that walks bodies must not run out of stack. */
const DEEPEST = 32;
const NUL = '\u0000';

/**
 * Refuses what PostgreSQL cannot hold, U+0000 and halves of surrogate pairs, wherever it is written, and bodies
 * nested deeper than anything means: they would fail as late as in the database, as a fault of ours.
 */
export function refuseUnstorable(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ url }) => {
    if (url.includes('%00')) throw new DomainError('request.invalid', { detail: UNSTORABLE });
  });
  fastify.addHook('preValidation', async ({ body }) => {
    const fault = bodyFault(body);
    if (fault !== null) throw new DomainError('request.invalid', { detail: fault });
  });
}

const UNSTORABLE =
  'The text holds a character that cannot be kept, such as half of an emoji. Please remove it and try again.';

/** With a stack of its own: recursion is what deep nesting attacks. */
function bodyFault(body: unknown): string | null {
  const open: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string' && !isStorable(value)) return UNSTORABLE;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) return 'The request is nested too deeply.';
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return UNSTORABLE;
      open.push({ value: inner, depth: depth + 1 });
    }
  }
  return null;
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes(NUL);
