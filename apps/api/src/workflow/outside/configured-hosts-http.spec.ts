import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { LookupAddress } from 'node:dns';
import { gzipSync } from 'node:zlib';
import type { OutsideBounds } from '../../outside/ask-outside.js';
import { configuredHosts, configuredHostsHttp } from './configured-hosts-http.js';

const never = new AbortController().signal;
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server on this machine, and its address. */
const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${String(address.port)}`;
};

const fetchHere = (url: string, bounds: Partial<OutsideBounds> = {}, config: object = { url }) =>
  configuredHostsHttp(config, never, { isLoopbackAllowed: true, ...bounds }).fetch(url);

/** A resolver that answers these, one after the other. */
const resolving = (...answers: readonly (readonly string[])[]) => {
  let asked = 0;
  const bounds: Partial<OutsideBounds> = {
    resolve: (_hostname, callback) => {
      const addresses = (answers[asked++] ?? []).map((address): LookupAddress => ({
        address,
        family: address.includes(':') ? 6 : 4,
      }));
      callback(null, addresses);
    },
    timeoutMilliseconds: 300,
  };
  return { bounds, asked: () => asked };
};

describe('the addresses a plugin may ask', () => {
  it('are those whose hosts its configuration names', () => {
    const config = {
      url: 'https://api.board.example/v1',
      more: [{ at: 'https://b.example:8443/x' }],
      note: 'http://c',
    };
    expect([...configuredHosts(config)]).toEqual(['api.board.example', 'b.example:8443']);
  });

  it.each([
    ['http://api.board.example/', 'Only https'],
    ['file:///etc/passwd', 'Only https'],
    ['nonsense', 'Only https'],
    ['https://other.example/', 'is not in this step'],
    ['https://api.board.example:8444/', 'is not in this step'],
    ['https://api.board.example./', 'is not in this step'],
    ['https://api.board.example@evil.example/', 'must not hold a name or password'],
    ['https://user:word@api.board.example/', 'must not hold a name or password'],
    ['https://api.board.example:22/', 'Port 22 belongs to another service'],
    ['https://api.board.example:465/', 'Port 465 belongs to another service'],
  ])('are not %s', async (url, reason) => {
    const http = configuredHostsHttp({ url: 'https://api.board.example/v1' }, never);
    await expect(http.fetch(url)).rejects.toThrow(reason);
  });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest/meta-data',
    'https://0/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[::ffff:a00:1]/',
    'https://[::10.0.0.1]/',
    'https://[64:ff9b::10.0.0.1]/',
    'https://[2002:a00:1::]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
  ])('are not %s, however it is written', async (url) => {
    await expect(configuredHostsHttp({ url }, never).fetch(url)).rejects.toThrow('private address');
  });

  it.each(['http://localhost:1/', 'http://127.0.0.1:1/', 'https://localhost/'])(
    'are not on this machine unless that is allowed: %s',
    async (url) => {
      await expect(configuredHostsHttp({ url }, never).fetch(url)).rejects.toThrow(
        /Only https|private address/,
      );
    },
  );

  it('do not reach other machines without TLS where this one is allowed', async () => {
    await expect(fetchHere('http://api.board.example/')).rejects.toThrow('Only https');
    await expect(fetchHere('https://10.0.0.1/')).rejects.toThrow('private address');
  });
});

describe('the names a plugin may ask', () => {
  const url = 'https://api.board.example:9443/';
  const ask = (bounds: Partial<OutsideBounds>) => configuredHostsHttp({ url }, never, bounds).fetch(url);

  it.each([
    ['inside', ['10.0.0.1']],
    ['inside, as IPv6', ['::ffff:127.0.0.1']],
    ['both outside and inside', ['93.184.215.14', '192.168.0.1']],
  ])('do not lead %s', async (_where, addresses) => {
    await expect(ask(resolving(addresses).bounds)).rejects.toThrow('has a private address');
  });

  it('have an address', async () => {
    await expect(ask(resolving([]).bounds)).rejects.toThrow('has no address');
  });

  it('are resolved once for each connection, and checked each time', async () => {
    const { bounds, asked } = resolving(['127.0.0.1'], ['127.0.0.1']);
    for (const count of [1, 2]) {
      await expect(ask(bounds)).rejects.toThrow('has a private address');
      expect(asked()).toBe(count);
    }
  });
});

describe('what a plugin is answered', () => {
  it('is what the system says', async () => {
    const url = await serve((request, response) => {
      response.setHeader('x-said', `${String(request.method)} ${String(request.headers['x-own'])}`);
      request.pipe(response);
    });
    const answer = await configuredHostsHttp({ url }, never, { isLoopbackAllowed: true }).fetch(url, {
      method: 'POST',
      headers: { 'x-own': 'mine' },
      body: 'Grüße',
    });
    expect(answer).toMatchObject({ status: 200, body: 'Grüße', headers: { 'x-said': 'POST mine' } });
  });

  it('is a redirect itself, not where it leads', async () => {
    let wasFollowed = false;
    const inside = await serve((_request, response) => {
      wasFollowed = true;
      response.end('inside');
    });
    const url = await serve((_request, response) => {
      response.writeHead(302, { location: inside }).end();
    });
    expect(await fetchHere(url)).toMatchObject({ status: 302, headers: { location: inside } });
    expect(wasFollowed).toBe(false);
    await expect(fetchHere(inside, {}, { url })).rejects.toThrow('is not in this step');
  });

  it('is cut off when it is too large, announced or not', async () => {
    const announced = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1001' });
      response.write('x');
    });
    await expect(fetchHere(announced, { maxBodyBytes: 1_000 })).rejects.toThrow('too large');
    let isGone = false;
    const endless = await serve((_request, response) => {
      response.on('close', () => (isGone = true));
      const pour = (): void => {
        if (!response.destroyed) response.write('x'.repeat(1_000), () => setImmediate(pour));
      };
      pour();
    });
    await expect(fetchHere(endless, { maxBodyBytes: 10_000 })).rejects.toThrow('too large');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isGone).toBe(true);
  });

  it('is never decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const url = await serve((request, response) => {
      expect(request.headers['accept-encoding']).toBe('identity');
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    await expect(fetchHere(url)).rejects.toThrow('compressed');
  });

  it('is not waited for without end, before or in the middle of it', async () => {
    const silent = await serve(() => undefined);
    await expect(fetchHere(silent, { timeoutMilliseconds: 100 })).rejects.toThrow();
    const dripping = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'), 10);
      response.on('close', () => {
        clearInterval(timer);
      });
    });
    await expect(fetchHere(dripping, { timeoutMilliseconds: 100 })).rejects.toThrow();
  });

  it('is not waited for after the stage is over', async () => {
    const controller = new AbortController();
    const url = await serve(() => undefined);
    const http = configuredHostsHttp({ url }, controller.signal, { isLoopbackAllowed: true });
    const asked = http.fetch(url);
    controller.abort();
    await expect(asked).rejects.toThrow();
  });
});

describe('what a plugin may send', () => {
  it.each([
    [{ headers: { Host: 'inside.example' } }, 'The header Host'],
    [{ headers: { 'transfer-encoding': 'chunked' } }, 'The header transfer-encoding'],
    [{ headers: { 'Proxy-Authorization': 'x' } }, 'The header Proxy-Authorization'],
    [{ headers: { upgrade: 'websocket', connection: 'upgrade' } }, 'The header upgrade'],
    [{ method: 'CONNECT' }, 'The method CONNECT'],
    [{ method: 'get' }, 'The method get'],
    [{ method: 'POST', body: 'x'.repeat(1_001) }, 'The request is too large'],
  ])('is not %j', async (init, reason) => {
    const url = await serve((_request, response) => response.end());
    const http = configuredHostsHttp({ url }, never, { isLoopbackAllowed: true, maxBodyBytes: 1_000 });
    await expect(http.fetch(url, init)).rejects.toThrow(reason);
  });

  it('are no headers that hold a second request', async () => {
    const url = await serve((_request, response) => response.end());
    const http = configuredHostsHttp({ url }, never, { isLoopbackAllowed: true });
    await expect(http.fetch(url, { headers: { 'x-a': 'b\r\nhost: evil' } })).rejects.toThrow(
      'Invalid character',
    );
  });
});
