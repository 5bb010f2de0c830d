import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accentPalette, DEFAULT_ACCENT } from './accent-palette.js';
import { contrast } from './contrast.js';
import { parseHex, toHex, toOklch } from './oklch.js';

const anyHex = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it('knows the ends of the scale and a published pair', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#abcdef', '#abcdef')).toBe(1);
  });
});

describe('OKLCH', () => {
  it('brings every sRGB colour back to itself', () => {
    fc.assert(
      fc.property(anyHex, (hex) => {
        const rgb = parseHex(hex);
        expect(rgb).not.toBeNull();
        if (rgb) expect(toHex(toOklch(rgb))).toBe(hex);
      }),
    );
  });

  it('keeps lightness when a colour lies outside sRGB', () => {
    const rgb = parseHex(toHex({ lightness: 0.7, chroma: 0.4, hue: 150 }));
    expect(rgb && toOklch(rgb).lightness).toBeCloseTo(0.7, 2);
  });

  it('refuses what is not a hexadecimal colour', () => {
    expect(parseHex('red')).toBeNull();
    expect(parseHex('#12345')).toBeNull();
    expect(parseHex('#fff')).toEqual([1, 1, 1]);
  });
});

describe('accentPalette', () => {
  it('is readable in light and dark for every accent there is', () => {
    fc.assert(
      fc.property(anyHex, (accent) => {
        const { light, dark, deep } = accentPalette(accent);
        expect(contrast(light.fill, light.onFill)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(light.text, '#ffffff')).toBeGreaterThanOrEqual(7);
        expect(contrast(light.soft, light.onSoft)).toBeGreaterThanOrEqual(7);
        expect(contrast(dark.fill, dark.onFill)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark.fill, '#2a2e36')).toBeGreaterThanOrEqual(3);
        expect(contrast(dark.text, '#2a2e36')).toBeGreaterThanOrEqual(7);
        expect(contrast(dark.soft, dark.onSoft)).toBeGreaterThanOrEqual(7);
        expect(contrast(deep, '#ffffff')).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  it('leaves an accent that is already readable as the society chose it', () => {
    expect(accentPalette('#8a1538').light.fill).toBe('#8a1538');
  });

  it('darkens a yellow but keeps its hue', () => {
    const fill = parseHex(accentPalette('#ffd400').light.fill);
    expect(fill && Math.abs(toOklch(fill).hue - toOklch([1, 0.831, 0]).hue)).toBeLessThan(8);
  });

  it('falls back to Laurel green when the accent cannot be read', () => {
    expect(accentPalette('not a colour')).toEqual(accentPalette(DEFAULT_ACCENT));
  });
});
