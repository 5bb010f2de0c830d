import { describe, expect, it } from '@jest/globals';
import { fontsFor } from './font-faces.js';
import { japanese, scriptFamilies, textFamilies } from './font-catalogue.js';
import { fontDataUri, slicesOf } from './font-files.js';

async function families(text: string, language = 'en', styles = 'Source Sans 3'): Promise<string[]> {
  const { css } = await fontsFor(text, styles, language);
  return [...new Set([...css.matchAll(/font-family:'([^']+)'/g)].map(([, name = '']) => name))];
}

const facesIn = (css: string): number => css.split('@font-face').length - 1;

describe('the fonts of a document', () => {
  it('are those its style names, in the slices its characters need', async () => {
    const latin = await fontsFor('Okafor', "font-family: 'EB Garamond'", 'en');
    expect(latin.fallbacks).toBe('');
    expect(facesIn(latin.css)).toBe(4);
    expect(latin.css).toMatch(/url\(data:font\/woff2;base64,d09GMg/);
    expect(facesIn((await fontsFor('Nguyễn', "'EB Garamond'", 'en')).css)).toBe(8);
    expect(facesIn((await fontsFor('Щёлокова', "'EB Garamond' 'Source Sans 3'", 'en')).css)).toBe(18);
  });

  it.each([
    ['محمد', 'Noto Sans Arabic'],
    ['יוסף', 'Noto Sans Hebrew'],
    ['प्रियंका', 'Noto Sans Devanagari'],
    ['สมชาย', 'Noto Sans Thai'],
    ['さくら', 'Noto Sans JP'],
    ['김서연', 'Noto Sans KR'],
    ['山田', 'Noto Sans JP'],
    ['诗涵', 'Noto Sans SC'],
    ['🩺', 'Noto Emoji'],
  ])('add a family for %s: %s', async (text, family) => {
    expect(await families(text)).toEqual(['Source Sans 3', family]);
    expect((await fontsFor(text, 'Source Sans 3', 'en')).fallbacks).toBe(`'${family}'`);
  });

  it.each([
    ['ja', 'Noto Sans JP'],
    ['zh-Hans', 'Noto Sans SC'],
    ['ko-KR', 'Noto Sans KR'],
  ])('give shared characters the form of the language %s', async (language, family) => {
    expect(await families('山田', language)).toEqual(['Source Sans 3', family]);
  });

  it('stay few: a Japanese name takes a handful of the slices', async () => {
    const { css } = await fontsFor('山田 太郎', 'Source Sans 3', 'ja');
    expect(facesIn(css)).toBeLessThan(12);
    expect(css.length).toBeLessThan(700_000);
  });

  it('exist as files for every family and face', async () => {
    for (const family of [...textFamilies, ...scriptFamilies, japanese]) {
      const [slice] = await slicesOf(family);
      if (!slice) throw new Error(`${family.name} has no slices.`);
      for (const face of family.faces) {
        expect(await fontDataUri(slice, face.suffix)).toMatch(/^data:font\/woff2;base64,d09GM/);
      }
    }
  });
});
