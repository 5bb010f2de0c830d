import { describe, expect, it } from '@jest/globals';
import { liftToClear } from './clear-place.js';

const WINDOW = 800;
const message = { top: 740, bottom: 788, left: 16, right: 374 };
const bar = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 390 });

describe('liftToClear', () => {
  it('leaves what covers nothing where it is', () => {
    expect(liftToClear(message, [], WINDOW)).toBe(0);
    expect(liftToClear(message, [bar(100, 160), bar(680, 740)], WINDOW)).toBe(0);
    expect(liftToClear(message, [{ ...bar(728, 800), left: 380 }], WINDOW)).toBe(0);
  });

  it('lifts over the bars at the thumb, one after the other', () => {
    expect(liftToClear(message, [bar(728, 800)], WINDOW)).toBe(68);
    expect(liftToClear(message, [bar(660, 728), bar(728, 800)], WINDOW)).toBe(136);
  });

  it('keeps a gap to what it stands on', () => {
    expect(liftToClear(message, [bar(790, 800)], WINDOW)).toBe(6);
  });

  it('stays where it is rather than in the middle of the window', () => {
    expect(liftToClear(message, [bar(300, 800)], WINDOW)).toBe(0);
  });
});
