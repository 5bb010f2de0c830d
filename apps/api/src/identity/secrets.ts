import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An unguessable token of 256 bits, safe in cookies and headers. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What is stored in a token's place. Tokens are random, so that a plain hash is enough. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Compares without telling by the time it takes how much was right. */
export const isSameSecret = (left: string, right: string) =>
  timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
