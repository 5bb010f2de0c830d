import { describe, expect, it } from '@jest/globals';
import type { LookupAddress } from 'node:dns';
import { isPrivate, outsideLookup } from './outside-addresses.js';

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '127.0.0.1',
    '127.255.255.254',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fc00::1',
    'fd00::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '::10.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b:1::a00:1',
    '2002:a00:1::1',
    '2001::a00:1',
    '2001:db8::1',
    '100::1',
    'nonsense',
    '',
  ])('%s is inside', (address) => {
    expect(isPrivate(address)).toBe(true);
  });

  it.each([
    '8.8.8.8',
    '100.63.255.255',
    '172.32.0.1',
    '192.169.0.1',
    '2001:4860:4860::8888',
    '2606:4700::1111',
  ])('%s is outside', (address) => {
    expect(isPrivate(address)).toBe(false);
  });
});

describe('a name', () => {
  it('is connected to at the addresses that were checked, not asked of again', () => {
    // Outside when it is checked, inside ever after.
    const answers = ['8.8.8.8', '127.0.0.1'];
    const lookup = outsideLookup((_hostname, callback) => {
      callback(null, [{ address: answers.shift() ?? '', family: 4 }]);
    });
    const given: (string | LookupAddress[])[] = [];
    const refused: (string | undefined)[] = [];
    const ask = (all: boolean) => {
      lookup('rebinding.example', { all }, (error, address) => {
        if (error === null) given.push(address);
        else refused.push(error.message);
      });
    };
    ask(true);
    expect([given, answers]).toEqual([[[{ address: '8.8.8.8', family: 4 }]], ['127.0.0.1']]);
    ask(true);
    answers.push('8.8.4.4');
    ask(false);
    expect(given[1]).toBe('8.8.4.4');
    expect(refused).toEqual(['rebinding.example has a private address']);
  });
});
