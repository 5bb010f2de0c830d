import { contrast } from './contrast.js';
import { type Oklch, parseHex, toHex, toOklch } from './oklch.js';

/** The colours made from a society's accent for one scheme; every pair named here meets its WCAG ratio. */
export interface AccentTones {
  /** Behind `onFill` text at 4.5:1, and 3:1 against the surface. */
  fill: string;
  onFill: string;
  /** Links and emphasised text: 7:1 on the surface. */
  text: string;
  /** A quiet tinted ground; `onSoft` text stands 7:1 on it. */
  soft: string;
  onSoft: string;
}

export interface AccentPalette {
  light: AccentTones;
  dark: AccentTones;
  /** The deep ground of the welcome panel, the same in both schemes; white text stands 7:1 on it. */
  deep: string;
  /** Degrees, to tint the neutral greys towards the society's colour. */
  hue: number;
}

/** Laurel's own green, used where a tenant's accent cannot be read. */
export const DEFAULT_ACCENT = '#1f6b4a';

const WHITE = '#ffffff';
/** The darkest surface of the light scheme and the lightest of the dark one: see `tokens.css`. */
const LIGHT_SURFACE = '#f4f5f7';
const DARK_SURFACE = '#2a2e36';
const DARK_INK = '#10131a';

/** Moves the tone, keeping the hue, in steps the eye hardly sees until `isReadable` holds. */
function adapt(colour: Oklch, step: 0.005 | -0.005, isReadable: (hex: string) => boolean): string {
  for (let { lightness } = colour; lightness >= 0 && lightness <= 1; lightness += step) {
    const hex = toHex({ ...colour, lightness });
    if (isReadable(hex)) return hex;
  }
  return step < 0 ? '#000000' : WHITE;
}

/**
 * Adapts a society's accent in tone until it is readable in both schemes, so that no choice of colour can make a
 * portal unreadable. Ratios: WCAG 2.2, 1.4.3 (4.5), 1.4.6 (7), 1.4.11 (3).
 */
export function accentPalette(accent: string): AccentPalette {
  const rgb = parseHex(accent) ?? parseHex(DEFAULT_ACCENT);
  const colour = toOklch(rgb ?? [0, 0, 0]);
  const tint = Math.min(colour.chroma, 0.045);

  const lightSoft = toHex({ ...colour, lightness: 0.953, chroma: tint * 0.6 });
  const darkSoft = toHex({ ...colour, lightness: 0.31, chroma: tint });
  const raised = { ...colour, lightness: Math.max(colour.lightness, 0.74) };

  return {
    light: {
      fill: adapt(colour, -0.005, (hex) => contrast(hex, WHITE) >= 4.5),
      onFill: WHITE,
      text: adapt(colour, -0.005, (hex) => contrast(hex, LIGHT_SURFACE) >= 7),
      soft: lightSoft,
      onSoft: adapt(colour, -0.005, (hex) => contrast(hex, lightSoft) >= 7),
    },
    dark: {
      fill: adapt(raised, 0.005, (hex) => contrast(hex, DARK_INK) >= 7 && contrast(hex, DARK_SURFACE) >= 3),
      onFill: DARK_INK,
      text: adapt(raised, 0.005, (hex) => contrast(hex, DARK_SURFACE) >= 7),
      soft: darkSoft,
      onSoft: adapt(raised, 0.005, (hex) => contrast(hex, darkSoft) >= 7),
    },
    deep: adapt(
      { ...colour, lightness: Math.min(colour.lightness, 0.4) },
      -0.005,
      (hex) => contrast(hex, WHITE) >= 7,
    ),
    hue: Math.round(colour.hue),
  };
}
