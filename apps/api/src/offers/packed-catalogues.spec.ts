import { randomBytes } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { PackedCatalogues } from './packed-catalogues.js';

/** Texts that hardly get smaller by packing, so that their sizes can be counted on. */
const textOf = (bytes: number): string => randomBytes(bytes / 2).toString('hex');
const unpacked = (bytes: Buffer): string => brotliDecompressSync(bytes).toString('utf8');

describe('packed catalogues', () => {
  it('are written and packed once, also for those who come meanwhile', async () => {
    const packed = new PackedCatalogues();
    let count = 0;
    const write = () => {
      count++;
      return 'a catalogue';
    };
    const all = await Promise.all(Array.from({ length: 5 }, () => packed.of('v1', write)));
    expect(all.map(unpacked)).toEqual(Array.from({ length: 5 }, () => 'a catalogue'));
    expect(packed.kept('v1')).toBe(all[0]);
    expect(count).toBe(1);
  });

  it('go when there are too many bytes, who was asked for longest ago first', async () => {
    const packed = new PackedCatalogues(10_000);
    const texts = new Map(['a', 'b', 'c'].map((version) => [version, textOf(9_000)]));
    const ask = (version: string) => packed.of(version, () => texts.get(version) ?? '');
    await ask('a');
    await ask('b');
    await ask('a');
    await ask('c');
    expect(['a', 'b', 'c'].map((version) => packed.kept(version) !== undefined)).toEqual([true, false, true]);
    // What has gone is packed anew, the same.
    expect(unpacked(await ask('b'))).toBe(texts.get('b'));
  });

  it('are answered though larger than everything that is kept, and push nothing out', async () => {
    const packed = new PackedCatalogues(5_000);
    await packed.of('small', () => 'small');
    const large = textOf(40_000);
    expect(unpacked(await packed.of('large', () => large))).toBe(large);
    expect(packed.kept('large')).toBeUndefined();
    expect(packed.kept('small')).toBeDefined();
  });

  it('are answered to all who asked, though pushed out while they are being packed', async () => {
    const packed = new PackedCatalogues(10_000);
    const texts = Array.from({ length: 40 }, () => textOf(6_000));
    const asked = texts.map((text, index) => packed.of(`v${String(index)}`, () => text));
    expect((await Promise.all(asked)).map(unpacked)).toEqual(texts);
  });

  it('that could not be written are tried again by the next one', async () => {
    const packed = new PackedCatalogues();
    const failing = packed.of('v1', () => {
      throw new Error('not now');
    });
    await expect(failing).rejects.toThrow('not now');
    expect(unpacked(await packed.of('v1', () => 'now'))).toBe('now');
  });
});
