import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { providerFetch } from './provider-http.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What is asked of a provider that answers with these very bytes. */
const askedOf = async (answer: string): Promise<Response> => {
  const opened = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => socket.end(answer));
  });
  servers.push(opened);
  await new Promise<void>((listening) => opened.listen(0, '127.0.0.1', listening));
  const { port } = opened.address() as AddressInfo;
  return providerFetch(true)(`http://127.0.0.1:${port}/`, {
    method: 'GET',
    headers: {},
    body: undefined,
    redirect: 'manual',
  });
};

describe('asking a provider', () => {
  it('gives what it answers', async () => {
    const answer = await askedOf('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
    expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 200, text: '{}' });
  });

  it.each([600, 999])('fails, and no more than that, when it answers %s', async (status) => {
    await expect(askedOf(`HTTP/1.1 ${status} Odd\r\nContent-Length: 2\r\n\r\n{}`)).rejects.toMatchObject({
      name: 'UnusableAnswer',
    });
  });

  it.each([
    ['http://provider.example/', 'Only https'],
    ['https://10.0.0.1/', 'private address'],
    ['https://[::ffff:10.0.0.1]/', 'private address'],
    ['https://provider.example:25/', 'Port 25 belongs to another service'],
    ['https://user:word@provider.example/', 'must not hold a name or password'],
  ])('is not done at %s', async (address, reason) => {
    const asked = providerFetch(true)(address, {
      method: 'GET',
      headers: {},
      body: undefined,
      redirect: 'manual',
    });
    await expect(asked).rejects.toThrow(reason);
  });

  it('is cut off when the answer is too large, and never decompressed', async () => {
    const large = 'x'.repeat(600_000);
    await expect(askedOf(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${large}`)).rejects.toThrow(
      'too large',
    );
    await expect(
      askedOf('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}'),
    ).rejects.toThrow('compressed');
  });

  it('does not follow where a provider sends it', async () => {
    const answer = await askedOf(
      'HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n',
    );
    expect(answer.status).toBe(302);
  });
});
