/** Tones of a tenant's colour that can be printed: all as "#rrggbb". */
export interface AccentPalette {
  /** For text and thin lines on white: contrast of at least 7 to 1. */
  ink: string;
  /** For bands and seals: contrast of at least 4.5 to 1 with white text upon it. */
  strong: string;
  /** For ornaments. */
  soft: string;
  /** For tinted ground under black text. */
  wash: string;
}

const neutralAccent = '#1f3a4d';

/**
 * The tenant's colour, darkened in steps until it keeps contrast on white paper (WCAG 2.2 AAA for text, AA for
 * large areas), so that no society can make its certificate unreadable. Anything but "#rgb" and "#rrggbb" is
 * replaced by a neutral tone.
 */
export function accentPalette(accent: string | undefined): AccentPalette {
  const colour = parseHex(accent ?? '') ?? parseHex(neutralAccent) ?? [31, 58, 77];
  return {
    ink: hex(darkenTo(colour, 7)),
    strong: hex(darkenTo(colour, 4.5)),
    soft: hex(mixWithWhite(darkenTo(colour, 4.5), 0.55)),
    wash: hex(mixWithWhite(darkenTo(colour, 4.5), 0.92)),
  };
}

type Rgb = readonly [number, number, number];

function parseHex(text: string): Rgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  const found = long ?? short;
  if (!found) return undefined;
  const channel = (digits: string | undefined): number => {
    const full = digits?.length === 1 ? digits + digits : (digits ?? '0');
    return Number.parseInt(full, 16);
  };
  return [channel(found[1]), channel(found[2]), channel(found[3])];
}

function darkenTo(colour: Rgb, contrast: number): Rgb {
  let [red, green, blue] = colour;
  while (contrastOnWhite([red, green, blue]) < contrast) {
    red *= 0.96;
    green *= 0.96;
    blue *= 0.96;
  }
  return [red, green, blue];
}

function mixWithWhite(colour: Rgb, white: number): Rgb {
  const mix = (channel: number): number => channel + (255 - channel) * white;
  return [mix(colour[0]), mix(colour[1]), mix(colour[2])];
}

/** WCAG 2.2 contrast ratio of the colour with white. */
export function contrastOnWhite(colour: Rgb): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
  return 1.05 / (luminance + 0.05);
}

function hex(colour: Rgb): string {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
