import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EnvironmentFault } from '../config/environment.js';
import { SealBroken, Sealing } from './sealing.js';
import { loadSealingKeys } from './sealing-keys.js';

const society = (id: string) => ({ tenant: { id, slug: 'any', name: 'Any' } });
const alpha = society('0197a000-0000-7000-8000-00000000000a');
const beta = society('0197a000-0000-7000-8000-00000000000b');
const OLD = 'the secret that sealed until last year';
const NEW = 'the secret that seals from this year on';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'laurel-sealing-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const sealingWith = (...secrets: string[]) => new Sealing(loadSealingKeys(secrets, home));

describe('what is sealed', () => {
  it('opens again as it was, whatever it is, and never looks the same twice', () => {
    const sealing = sealingWith(NEW);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = sealing.seal(alpha, text);
        expect(sealing.open(alpha, sealed)).toBe(text);
        expect(sealed).toMatch(/^[0-9a-f]{8}\.[A-Za-z0-9_-]+$/);
        expect(sealing.seal(alpha, text)).not.toBe(sealed);
      }),
    );
  });

  it('does not open for another society', () => {
    const sealing = sealingWith(NEW);
    expect(() => sealing.open(beta, sealing.seal(alpha, 'secret'))).toThrow(SealBroken);
  });

  it('does not open when a single character is changed, cut or added', () => {
    const sealing = sealingWith(NEW);
    const sealed = sealing.seal(alpha, 'client secret');
    const start = sealed.indexOf('.') + 1;
    for (let at = start; at < sealed.length; at += 1) {
      const other = sealed[at] === 'A' ? 'Q' : 'A';
      expect(() => sealing.open(alpha, sealed.slice(0, at) + other + sealed.slice(at + 1))).toThrow(
        SealBroken,
      );
    }
    for (const broken of ['', '.', 'x', sealed.slice(0, start), sealed.slice(0, -2), `${sealed}AAAA`]) {
      expect(() => sealing.open(alpha, broken)).toThrow(SealBroken);
    }
  });

  it('still opens after a new secret was put before the old one, and not once the old one is gone', () => {
    const before = sealingWith(OLD).seal(alpha, 'kept');
    expect(sealingWith(NEW, OLD).open(alpha, before)).toBe('kept');
    const after = sealingWith(NEW, OLD).seal(alpha, 'new');
    expect(sealingWith(NEW).open(alpha, after)).toBe('new');
    expect(() => sealingWith(NEW).open(alpha, before)).toThrow(SealBroken);
  });
});

describe('the secret a machine makes for itself', () => {
  it('is made once, for its owner only, and kept', () => {
    const sealed = sealingWith().seal(alpha, 'kept');
    const file = path.join(home, 'secret.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(home)).toEqual(['secret.key']);
    expect(sealingWith().open(alpha, sealed)).toBe('kept');
  });

  it('differs from machine to machine', () => {
    sealingWith();
    const one = readFileSync(path.join(home, 'secret.key'), 'utf8');
    rmSync(path.join(home, 'secret.key'));
    sealingWith();
    expect(readFileSync(path.join(home, 'secret.key'), 'utf8')).not.toBe(one);
  });

  it('refuses the start when its file was emptied, rather than seal with nothing', () => {
    writeFileSync(path.join(home, 'secret.key'), '\n');
    expect(() => sealingWith()).toThrow(EnvironmentFault);
  });
});
