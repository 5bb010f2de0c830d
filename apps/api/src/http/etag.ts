import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers 304 when the client already has this content, else sends the content with its ETag.
 *
 * @param version whatever changes exactly when the answer does; hashed here
 */
export function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  version: string | readonly unknown[],
): boolean {
  const tag = setVersion(reply, version);
  const sent = request.headers['if-none-match'];
  const isKnown =
    sent !== undefined &&
    sent
      .split(',')
      .some((candidate) => candidate.trim() === '*' || candidate.trim().replace(/^W\//, '') === tag);
  if (isKnown) void reply.status(304);
  return isKnown;
}

/**
 * Says which version of the content is sent, in the place of any version that was said before.
 *
 * @returns the ETag, without the mark that it is weak
 */
export function setVersion(reply: FastifyReply, version: string | readonly unknown[]): string {
  const text = typeof version === 'string' ? version : JSON.stringify(version);
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  // Weak, because compression may change the bytes on the way.
  void reply.header('etag', `W/${tag}`);
  void reply.header('cache-control', 'private, no-cache');
  return tag;
}
