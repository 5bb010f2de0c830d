import type { PageFormat } from './certificate-data.js';

/** ISO 216 A4 and ANSI A (US Letter), in inches, portrait. */
const portraitInches: Record<PageFormat['size'], { width: number; height: number }> = {
  Letter: { width: 8.5, height: 11 },
  A4: { width: 8.2677, height: 11.6929 },
};

/** Width and height of the sheet in inches, as it lies. */
export function sheetInches(format: PageFormat): { width: number; height: number } {
  const { width, height } = portraitInches[format.size];
  return format.orientation === 'portrait' ? { width, height } : { width: height, height: width };
}
