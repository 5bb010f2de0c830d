import { parseHex, toLinear } from './oklch.js';

function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex) ?? [0, 0, 0];
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21; AA asks 4.5 of text, AAA 7. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
