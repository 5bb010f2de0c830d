import { expect, it } from '@jest/globals';
import './small-buffer-pools.js';

it('has small buffers cut out of what is hardly more than 8 KB', () => {
  const pieces = Array.from({ length: 100 }, () => Buffer.allocUnsafe(1_000));
  // The first ones may come from what was begun before; Node adds some bytes for itself.
  const larger = new Set(pieces.slice(-30).map(({ buffer }) => buffer));
  for (const { byteLength } of larger) expect(byteLength).toBeLessThan(8_500);
  expect(larger.size).toBeGreaterThan(3);
});
