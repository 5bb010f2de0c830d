/** A bundled family: an npm package of @fontsource, cut into files by Unicode range. */
export interface FontFamily {
  /** Name in CSS. */
  readonly name: string;
  readonly package: string;
  /** Start of each file's name. */
  readonly prefix: string;
  /** CSS `font-weight` of a face and the part of its file name that stands for it. */
  readonly faces: readonly { weight: string; style: 'normal' | 'italic'; suffix: string }[];
  /** Files that a script family must not be asked for: Latin comes from the text families. */
  readonly skip?: readonly string[];
}

/**
 * Cuts of one weight each. Out of a variable font Chromium writes Type 3 fonts, whose letters are drawings: a PDF is
 * several times as large, and viewers smooth its letters worse.
 */
const cuts = (...weights: readonly string[]): FontFamily['faces'] => [
  ...weights.map((weight) => ({ weight, style: 'normal' as const, suffix: `${weight}-normal` })),
  { weight: '400', style: 'italic', suffix: '400-italic' },
];

const staticFaces: FontFamily['faces'] = [
  { weight: '400', style: 'normal', suffix: '400-normal' },
  { weight: '700', style: 'normal', suffix: '700-normal' },
];

const notoTextFaces: FontFamily['faces'] = [
  ...staticFaces,
  { weight: '400', style: 'italic', suffix: '400-italic' },
];

/** Families a design may name; a document carries only those it does name. */
export const textFamilies: readonly FontFamily[] = [
  {
    name: 'EB Garamond',
    package: '@fontsource/eb-garamond',
    prefix: 'eb-garamond',
    faces: cuts('400', '500', '600'),
  },
  {
    name: 'Source Serif 4',
    package: '@fontsource/source-serif-4',
    prefix: 'source-serif-4',
    faces: cuts('400', '600'),
  },
  {
    name: 'Source Sans 3',
    package: '@fontsource/source-sans-3',
    prefix: 'source-sans-3',
    faces: cuts('300', '400', '500', '600'),
  },
];

const latinFiles = [
  'latin',
  'latin-ext',
  'vietnamese',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'math',
  'symbols',
];

const script = (language: string): FontFamily => ({
  name: `Noto Sans ${language.length === 2 ? language.toUpperCase() : capitalised(language)}`,
  package: `@fontsource/noto-sans-${language}`,
  prefix: `noto-sans-${language}`,
  faces: staticFaces,
  skip: latinFiles,
});

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Families for the scripts that the text families lack, in the order in which they are asked. */
export const scriptFamilies: readonly FontFamily[] = [
  { name: 'Noto Serif', package: '@fontsource/noto-serif', prefix: 'noto-serif', faces: notoTextFaces },
  script('arabic'),
  script('hebrew'),
  script('devanagari'),
  script('thai'),
  { name: 'Noto Emoji', package: '@fontsource/noto-emoji', prefix: 'noto-emoji', faces: staticFaces },
];

export const japanese = script('jp');
export const chinese = script('sc');
export const korean = script('kr');
