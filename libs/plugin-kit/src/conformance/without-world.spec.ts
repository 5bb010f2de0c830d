import { describe, expect, it } from '@jest/globals';
import { ImpureStageError, withoutWorld } from './without-world.js';

describe('withoutWorld', () => {
  it.each<[string, () => unknown]>([
    ['Date.now', () => Date.now()],
    ['new Date()', () => new Date()],
    ['Date()', () => Date()],
    ['Math.random', () => Math.random()],
    ['performance.now', () => performance.now()],
    ['crypto.randomUUID', () => crypto.randomUUID()],
    ['Temporal.Now.instant', () => Temporal.Now.instant()],
    ['Temporal.Now.plainDateISO', () => Temporal.Now.plainDateISO()],
    ['fetch', () => fetch('http://localhost')],
    ['process', () => process.env['HOME']],
    ['setTimeout', () => setTimeout(() => undefined, 1)],
  ])('makes %s throw, and puts it back', (name, use) => {
    expect(() => withoutWorld(use)).toThrow(new ImpureStageError(name));
    expect(typeof Date.now()).toBe('number');
    expect(typeof Math.random()).toBe('number');
    expect(typeof Temporal.Now.instant().toString()).toBe('string');
    expect(typeof process.pid).toBe('number');
  });

  it('leaves arithmetic with dates alone', () => {
    expect(withoutWorld(() => new Date(0).toISOString())).toBe('1970-01-01T00:00:00.000Z');
    expect(withoutWorld(() => Temporal.PlainDate.from('2026-05-11').add({ days: 1 }).toString())).toBe(
      '2026-05-12',
    );
  });

  it('puts everything back after a throw', () => {
    const fail = (): never => {
      throw new Error('inside');
    };
    expect(() => withoutWorld(fail)).toThrow('inside');
    expect(new Date()).toBeInstanceOf(Date);
  });
});
