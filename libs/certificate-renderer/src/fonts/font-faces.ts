import {
  chinese,
  type FontFamily,
  japanese,
  korean,
  scriptFamilies,
  textFamilies,
} from './font-catalogue.js';
import { type FontSlice, fontDataUri, slicesOf } from './font-files.js';

/** Faces for one document, and the families to put behind a design's own. */
export interface DocumentFonts {
  /** `@font-face` rules with the files inside. */
  css: string;
  /** Families for the scripts of this text: `'Noto Sans Arabic', 'Noto Sans JP'`. */
  fallbacks: string;
}

/**
 * Chooses the font files that the characters of this document need, and no others.
 *
 * @param text all characters that will be drawn.
 * @param styles CSS in which the design names its families.
 * @param language BCP 47 tag; decides between the Chinese, Japanese and Korean forms of a character.
 */
export async function fontsFor(text: string, styles: string, language: string): Promise<DocumentFonts> {
  // Every document has ASCII; looking only for the rest passes over ornaments and inline images quickly.
  const wanted = new Set([0x41]);
  for (const character of text.match(/[^\0-\x7f]/gu) ?? []) wanted.add(character.codePointAt(0) ?? 0x41);
  const named = textFamilies.filter((family) => styles.includes(family.name));
  const chosen: FontSlice[] = [];
  const missing = new Set(wanted);
  for (const family of named) {
    for (const slice of await slicesOf(family)) {
      const hits = [...wanted].filter((codePoint) => slice.ranges.has(codePoint));
      if (hits.length > 0) chosen.push(slice);
      for (const codePoint of hits) missing.delete(codePoint);
    }
  }
  const fallbackNames: string[] = [];
  for (const family of [...scriptFamilies, ...(await eastAsianOrder(wanted, language))]) {
    if (missing.size === 0) break;
    let isUsed = false;
    for (const slice of await slicesOf(family)) {
      const hits = [...missing].filter((codePoint) => slice.ranges.has(codePoint));
      if (hits.length === 0) continue;
      chosen.push(slice);
      isUsed = true;
      for (const codePoint of hits) missing.delete(codePoint);
    }
    if (isUsed) fallbackNames.push(`'${family.name}'`);
  }
  return { css: await facesOf(chosen), fallbacks: fallbackNames.join(', ') };
}

/** Most documents of a society need the same few files, so their rules are kept joined, with the files inside. */
const joinedRules = new Map<string, Promise<string>>();
const maxJoinedRules = 24;

function facesOf(slices: readonly FontSlice[]): Promise<string> {
  const key = slices.map(({ family, key: slice }) => `${family.prefix}-${slice}`).join(' ');
  const known = joinedRules.get(key);
  if (known) return known;
  const joining = Promise.all(
    slices.flatMap((slice) => slice.family.faces.map((face) => faceRule(slice, face))),
  ).then((rules) => rules.join('\n'));
  joinedRules.set(key, joining);
  const [oldest] = joinedRules.keys();
  if (joinedRules.size > maxJoinedRules && oldest !== undefined) joinedRules.delete(oldest);
  return joining;
}

async function faceRule(slice: FontSlice, face: FontFamily['faces'][number]): Promise<string> {
  return (
    `@font-face{font-family:'${slice.family.name}';font-style:${face.style};font-weight:${face.weight};` +
    `src:url(${await fontDataUri(slice, face.suffix)}) format('woff2');unicode-range:${slice.ranges.css}}`
  );
}

/**
 * Han characters are shared by three scripts with different forms. Kana or hangul in the text decide first, then
 * the language, then whichever family covers all of them; a lone 山田 is taken as Japanese.
 */
async function eastAsianOrder(wanted: ReadonlySet<number>, language: string): Promise<readonly FontFamily[]> {
  const text = String.fromCodePoint(...wanted);
  if (
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u.test(
      text,
    )
  ) {
    return [];
  }
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return [japanese, chinese, korean];
  if (/^zh\b/i.test(language)) return [chinese, japanese, korean];
  if (/^ko\b/i.test(language) || /\p{Script=Hangul}/u.test(text)) return [korean, japanese, chinese];
  const isJapanese = /^ja\b/i.test(language) || (await covers(japanese, text));
  return isJapanese ? [japanese, chinese, korean] : [chinese, japanese, korean];
}

async function covers(family: FontFamily, text: string): Promise<boolean> {
  const slices = await slicesOf(family);
  return (text.match(/\p{Script=Han}/gu) ?? []).every((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    return slices.some((slice) => slice.ranges.has(codePoint));
  });
}
