import type { PageFormat } from '../certificate-data.js';
import { sheetInches } from '../page-format.js';

/** All lengths in points, 72 to the inch. */
const margin = 27;
const bandWidth = 17;
const wavelength = 34;
const strands = 8;

const frames = new Map<string, string>();

/**
 * The woven border of a banknote: strands of waves with shifted phases between two hairlines, and a rosette in
 * each corner. Drawn for the whole sheet, in `currentColor`; made once a format.
 */
export function guillocheFrame(format: PageFormat): string {
  const key = `${format.size} ${format.orientation}`;
  const known = frames.get(key);
  if (known !== undefined) return known;
  const svg = drawFrame(format);
  frames.set(key, svg);
  return svg;
}

function drawFrame(format: PageFormat): string {
  const inches = sheetInches(format);
  const width = inches.width * 72;
  const height = inches.height * 72;
  const middle = margin + bandWidth / 2;
  const corner = bandWidth / 2 + 5;
  const across = width - 2 * (middle + corner);
  const down = height - 2 * (middle + corner);

  const sides = [
    `<g transform="translate(${n(middle + corner)} ${n(middle)})">${band(across)}</g>`,
    `<g transform="translate(${n(middle + corner)} ${n(height - middle)})">${band(across)}</g>`,
    `<g transform="translate(${n(middle)} ${n(middle + corner)}) rotate(90)">${band(down)}</g>`,
    `<g transform="translate(${n(width - middle)} ${n(middle + corner)}) rotate(90)">${band(down)}</g>`,
  ].join('');
  const corners = [
    [middle, middle],
    [width - middle, middle],
    [middle, height - middle],
    [width - middle, height - middle],
  ]
    .map(([x = 0, y = 0]) => `<g transform="translate(${n(x)} ${n(y)})">${cornerRosette(corner)}</g>`)
    .join('');
  const rule = (inset: number, stroke: number): string =>
    `<rect x="${n(inset)}" y="${n(inset)}" width="${n(width - 2 * inset)}" height="${n(height - 2 * inset)}" ` +
    `stroke-width="${stroke}"/>`;

  return (
    `<svg class="guilloche" viewBox="0 0 ${n(width)} ${n(height)}" aria-hidden="true" fill="none" ` +
    `stroke="currentColor" stroke-width=".3" stroke-linejoin="round">` +
    `${sides}${corners}${rule(margin - 6, 1.1)}${rule(margin + bandWidth + 6, 0.4)}</svg>`
  );
}

/**
 * A side of the border: two families of waves, one twice as long as the other, each shifted strand by strand. The
 * strands start before the side and end behind it, so they are clipped to it.
 */
function band(length: number): string {
  const paths = woven(length, bandWidth / 2, 0.5) + woven(length, bandWidth / 5, 1);
  return (
    `<svg x="0" y="${n(-bandWidth / 2 - 1)}" width="${n(length)}" height="${n(bandWidth + 2)}" ` +
    `viewBox="0 ${n(-bandWidth / 2 - 1)} ${n(length)} ${n(bandWidth + 2)}"><path d="${paths}"/></svg>`
  );
}

/** Whole periods only, so that every side meets its corners in the same knot. */
function woven(length: number, amplitude: number, frequency: number): string {
  const periods = Math.max(4, Math.round((length / wavelength) * frequency));
  const period = length / periods;
  const half = n(period / 2);
  let paths = '';
  for (let strand = 0; strand < strands; strand += 1) {
    // A parabola with its control point at twice the crest is a good sine; `t` mirrors it on and on.
    const start = n((strand / strands - 1) * period);
    paths += `M${start} 0q${n(period / 4)} ${n(amplitude * 2)} ${half} 0${`t${half} 0`.repeat(periods * 2 + 2)}`;
  }
  return paths;
}

function cornerRosette(radius: number): string {
  return (
    `<circle r="${n(radius)}" fill="#fff" stroke-width=".7"/>` +
    `<path d="${trochoid(radius * 0.93, 12, 0.42)}"/><path d="${trochoid(radius * 0.6, 8, 0.5)}"/>` +
    `<circle r="${n(radius * 0.2)}" stroke-width=".5"/>`
  );
}

/** A closed rose curve: `petals` lobes between `depth` of the radius and the radius. */
function trochoid(radius: number, petals: number, depth: number): string {
  const points: string[] = [];
  const turns = 5;
  const samples = petals * 2 * turns * 3;
  for (let index = 0; index <= samples; index += 1) {
    const angle = (index / samples) * Math.PI * 2 * turns;
    const reach =
      radius * (1 - depth / 2 + (depth / 2) * Math.cos((angle * petals) / turns + angle * petals));
    points.push(`${n(reach * Math.cos(angle))} ${n(reach * Math.sin(angle))}`);
  }
  return `M${points.join('L')}z`;
}

let drawnRosette: string | undefined;

/** The ground of a seal: nested rosettes in a milled rim, 200 units wide, in `currentColor`. */
export function rosette(): string {
  drawnRosette ??= drawRosette();
  return drawnRosette;
}

function drawRosette(): string {
  const teeth = 72;
  const rim: string[] = [];
  for (let tooth = 0; tooth < teeth * 2; tooth += 1) {
    const angle = (tooth / (teeth * 2)) * Math.PI * 2;
    const reach = tooth % 2 === 0 ? 98 : 94;
    rim.push(`${n(reach * Math.cos(angle))} ${n(reach * Math.sin(angle))}`);
  }
  const rings = [0, 1, 2, 3, 4, 5]
    .map((ring) => `<path d="${waveRing(78.5, 10.5, 36, (ring / 6) * Math.PI * 2)}"/>`)
    .join('');
  return (
    `<svg class="rosette" viewBox="-100 -100 200 200" aria-hidden="true" fill="none" stroke="currentColor" ` +
    `stroke-width=".55"><path d="M${rim.join('L')}z" stroke-width=".9" stroke-linejoin="round"/>` +
    `<circle r="90.5" stroke-width="1.2"/>${rings}<circle r="66" stroke-width="1.2"/>` +
    `<circle r="64" stroke-width=".5"/></svg>`
  );
}

/** A circle of `lobes` waves around `radius`, `height` tall, turned by `phase`. */
function waveRing(radius: number, height: number, lobes: number, phase: number): string {
  const samples = lobes * 10;
  const points: string[] = [];
  for (let index = 0; index < samples; index += 1) {
    const angle = (index / samples) * Math.PI * 2;
    const reach = radius + height * Math.cos(angle * lobes + phase);
    points.push(`${n(reach * Math.cos(angle))} ${n(reach * Math.sin(angle))}`);
  }
  return `M${points.join('L')}z`;
}

/** Two decimals are a hundredth of a point: finer than any printer. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
