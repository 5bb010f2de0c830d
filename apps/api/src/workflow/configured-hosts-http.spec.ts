import { describe, expect, it } from '@jest/globals';
import { configuredHosts, configuredHostsHttp, isPrivate } from './configured-hosts-http.js';

const never = new AbortController().signal;

describe('HTTP for plugins', () => {
  it('knows the hosts that a configuration names in an address', () => {
    const config = {
      url: 'https://api.board.example/v1',
      more: [{ at: 'https://b.example:8443/x' }],
      note: 'http://c',
    };
    expect([...configuredHosts(config)]).toEqual(['api.board.example', 'b.example:8443']);
  });

  it.each([
    ['http://api.board.example/', 'Only https'],
    ['https://other.example/', 'is not in this step'],
    ['https://api.board.example:444/', 'is not in this step'],
    ['https://api.board.example@evil.example/', 'is not in this step'],
    ['nonsense', 'Only https'],
  ])('does not ask %s', async (url, reason) => {
    const http = configuredHostsHttp({ url: 'https://api.board.example/v1' }, never);
    await expect(http.fetch(url)).rejects.toThrow(reason);
  });

  it('does not ask private addresses, written out or behind a name', async () => {
    for (const url of [
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://10.1.2.3/',
      'https://[::ffff:10.0.0.1]/',
    ]) {
      await expect(configuredHostsHttp({ url }, never).fetch(url)).rejects.toThrow('private address');
    }
    const http = configuredHostsHttp({ url: 'https://localhost/' }, never);
    await expect(http.fetch('https://localhost/')).rejects.toThrow('private address');
  });

  it.each([
    '127.0.0.1',
    '169.254.169.254',
    '100.64.1.1',
    '192.168.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
  ])('knows that %s is inside', (address) => {
    expect(isPrivate(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888'])('knows that %s is outside', (address) => {
    expect(isPrivate(address)).toBe(false);
  });
});
