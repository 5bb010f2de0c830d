import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { providerFetch } from './provider-http.js';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** What is asked of a provider that answers with these very bytes. */
const askedOf = async (answer: string): Promise<Response> => {
  const opened = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => socket.end(answer));
  });
  server = opened;
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
});
