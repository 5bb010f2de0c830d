import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { DomainError } from '../problem/domain-error.js';
import { limitBodyTime } from './body-deadline.js';

const DEADLINE = 300;
const server = fastify();
let port = 0;

beforeAll(async () => {
  server.setErrorHandler((error, _request, reply) =>
    reply.status(error instanceof DomainError ? 408 : 500).send('refused'),
  );
  limitBodyTime(server, DEADLINE);
  server.post('/', async ({ body }) => body);
  server.post('/slow', { config: { bodyDeadline: 5_000 } }, async ({ body }) => body);
  // Answers before the body is there.
  server.addHook('onRequest', async ({ url }, reply) => {
    if (url === '/early') await reply.status(404).send('early');
  });
  server.post('/early', async () => '');
  port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => server.close());

/** Promises ten bytes, sends two at once and, when it is told to, the others later. */
async function send(path: string, restAfter?: number): Promise<{ text: string; milliseconds: number }> {
  const begin = performance.now();
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const head = ['Host: a', 'Content-Type: application/json', 'Content-Length: 10'].join('\r\n');
  socket.write(
    `POST ${path} HTTP/1.1\r\n${head}${restAfter === undefined ? '' : '\r\nConnection: close'}\r\n\r\n{"`,
  );
  if (restAfter !== undefined) {
    await sleep(restAfter);
    socket.write('a":"bc"}');
  }
  await closed;
  return { text: Buffer.concat(chunks).toString(), milliseconds: performance.now() - begin };
}

describe('a body that does not arrive', () => {
  it('is answered 408, and the connection ends', async () => {
    const { text, milliseconds } = await send('/');
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(milliseconds).toBeGreaterThanOrEqual(DEADLINE - 10);
    expect(milliseconds).toBeLessThan(DEADLINE + 2_000);
  });

  it('ends the connection also when the answer was given before', async () => {
    const { text } = await send('/early');
    expect(text).toMatch(/^HTTP\/1\.1 404 /);
  });
});

describe('a body that arrives late', () => {
  it('is read within the time of its route', async () => {
    expect((await send('/', 100)).text).toMatch(/^HTTP\/1\.1 200 /);
    expect((await send('/slow', DEADLINE + 200)).text).toMatch(/^HTTP\/1\.1 200 /);
  });
});
