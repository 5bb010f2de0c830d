import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { maybe } from '../src/template/maybe.js';

export interface ReadPdf {
  pages: number;
  /** Text of each page, as a reader would copy it. */
  text: string[];
  /** Where the first piece of text that reads so ends on each page, from its left, in points. */
  places: Map<string, number>[];
  /** Sheet sizes in points. */
  sizes: { width: number; height: number }[];
  title: string;
  language: string;
  isTagged: boolean;
  outline: string[];
  hasJavaScript: boolean;
}

/** Reads a PDF with an independent reader. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await task.promise;
  const text: string[] = [];
  const sizes: ReadPdf['sizes'] = [];
  const places: ReadPdf['places'] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push({ width: Math.round(width), height: Math.round(height) });
    const content = await page.getTextContent();
    places.push(endsOf(content.items));
    text.push(
      content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    );
  }
  const metadata = await document.getMetadata();
  const info = new Map(Object.entries(metadata.info));
  // A Map since pdf.js 5, whatever its types say.
  const mark: unknown = await document.getMarkInfo();
  const outline = await document.getOutline();
  const scripts = await document.getJSActions();
  const read: ReadPdf = {
    pages: document.numPages,
    text,
    places,
    sizes,
    title: String(info.get('Title')),
    language: String(info.get('Language')),
    isTagged: isMap(mark) && mark.get('Marked') === true,
    outline: (maybe(outline) ?? []).map(({ title }) => title),
    hasJavaScript: scripts !== null,
  };
  await task.destroy();
  return read;
}

function endsOf(items: readonly object[]): Map<string, number> {
  const ends = new Map<string, number>();
  for (const item of items) {
    if (!('str' in item && 'transform' in item && 'width' in item)) continue;
    const text = String(item.str).trim();
    const left: unknown = Array.isArray(item.transform) ? item.transform[4] : undefined;
    if (!ends.has(text)) ends.set(text, Math.round(Number(left) + Number(item.width)));
  }
  return ends;
}

/** Told by its name, because under Jest a worker's Map is not this realm's Map. */
function isMap(value: unknown): value is Map<unknown, unknown> {
  return Object.prototype.toString.call(value) === '[object Map]';
}

/**
 * Text without what cannot be seen: white space, since a fitted name has line breaks of its own, controls, which
 * stand for the later glyphs of a ligature, and variation selectors.
 */
export function squeezed(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cc}\u200b\ufe0e\ufe0f]+/gu, '');
}

/**
 * Characters of `wanted` that are missing on the pages. In scripts whose letters join or move, a PDF names the
 * characters of a glyph run as `ActualText`, which readers copy and pdf.js passes over; so both are looked at.
 */
export function missingCharacters(wanted: string, read: ReadPdf, bytes: Buffer): string[] {
  const found = [...squeezed((read.text.join('') + actualTexts(bytes)).normalize('NFKC'))];
  return [...squeezed(wanted)].filter((character) => {
    const place = found.indexOf(character);
    if (place >= 0) found.splice(place, 1);
    return place < 0;
  });
}

function actualTexts(bytes: Buffer): string {
  const file = bytes.toString('latin1');
  let texts = '';
  for (const match of file.matchAll(/\/FlateDecode\s*\/Length (\d+)>> stream\n/g)) {
    const start = match.index + match[0].length;
    const content = inflateSync(bytes.subarray(start, start + Number(match[1]))).toString('latin1');
    for (const [, hex = ''] of content.matchAll(/\/ActualText <FEFF([0-9A-F]+)>/g)) {
      texts += Buffer.from(hex, 'hex').swap16().toString('utf16le');
    }
  }
  return texts;
}
