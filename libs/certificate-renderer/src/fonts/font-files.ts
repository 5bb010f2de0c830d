import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFamily } from './font-catalogue.js';
import { UnicodeRanges } from './unicode-ranges.js';

/** One file of a family: a slice of Unicode in every weight. */
export interface FontSlice {
  readonly family: FontFamily;
  readonly key: string;
  readonly ranges: UnicodeRanges;
}

const require = createRequire(import.meta.url);
const slices = new Map<string, Promise<readonly FontSlice[]>>();

/** The slices of a family, from the `unicode.json` of its package; read once. */
export function slicesOf(family: FontFamily): Promise<readonly FontSlice[]> {
  const known = slices.get(family.package);
  if (known) return known;
  const reading = readSlices(family);
  slices.set(family.package, reading);
  return reading;
}

async function readSlices(family: FontFamily): Promise<readonly FontSlice[]> {
  const table: unknown = JSON.parse(await readFile(join(packageFolder(family), 'unicode.json'), 'utf8'));
  if (typeof table !== 'object' || table === null) throw new Error(`${family.package} has no Unicode table.`);
  return Object.entries(table)
    .filter(([key]) => !family.skip?.includes(key))
    .map(([key, ranges]) => ({
      family,
      key: key.replace(/[[\]]/g, ''),
      ranges: new UnicodeRanges(String(ranges)),
    }));
}

function packageFolder(family: FontFamily): string {
  return dirname(require.resolve(`${family.package}/package.json`));
}

/** A font file as a `data:` address: fonts reach Chromium inside the document, so it needs no other access. */
export async function fontDataUri(slice: FontSlice, suffix: string): Promise<string> {
  const file = join(
    packageFolder(slice.family),
    'files',
    `${slice.family.prefix}-${slice.key}-${suffix}.woff2`,
  );
  return `data:font/woff2;base64,${await readFile(file, 'base64')}`;
}
