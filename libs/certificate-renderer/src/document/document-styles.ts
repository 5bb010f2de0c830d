import type { PageFormat } from '../certificate-data.js';
import { sheetInches } from '../page-format.js';
import type { AccentPalette } from './accent-palette.js';
import { cssString } from './css-string.js';

/** What the host gives every design before the design's own rules. */
export interface DocumentStyleInput {
  format: PageFormat;
  accent: AccentPalette;
  fallbacks: string;
  runningHead: string;
}

/**
 * Paper, the two kinds of page and the variables of every design: `.sheet` is one whole page that never spills,
 * `.sessions` starts clean portrait pages with a running head. Page numbers come from CSS page counters,
 * because no script runs.
 */
export function documentStyles({ format, accent, fallbacks, runningHead }: DocumentStyleInput): string {
  const sheet = sheetInches(format);
  const list = sheetInches({ size: format.size, orientation: 'portrait' });
  const stack = (family: string, generic: string): string =>
    [`'${family}'`, fallbacks, generic].filter((part) => part !== '').join(', ');
  // Literal families: the page margin does not see the variables of the root element.
  const head = `font: 400 8.5pt/1.3 ${stack('Source Sans 3', 'sans-serif')}; color: #4a4f55; vertical-align: bottom; padding-bottom: 14pt;`;
  return `
:root {
  --sheet-width: ${sheet.width}in; --sheet-height: ${sheet.height}in;
  --accent-ink: ${accent.ink}; --accent-strong: ${accent.strong};
  --accent-soft: ${accent.soft}; --accent-wash: ${accent.wash};
  --garamond: ${stack('EB Garamond', 'serif')};
  --serif: ${stack('Source Serif 4', 'serif')};
  --sans: ${stack('Source Sans 3', 'sans-serif')};
}
@page { size: ${sheet.width}in ${sheet.height}in; margin: 0; }
@page sessions {
  size: ${list.width}in ${list.height}in; margin: 1.05in 0.9in 0.85in;
  @top-left { content: ${cssString(runningHead)}; ${head} text-align: left; width: 76%; }
  @top-right { content: "page " counter(page) " of " counter(pages); ${head} text-align: right; width: 24%; font-variant-numeric: tabular-nums; }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; font-family: var(--sans); color: #16191d; font-kerning: normal; text-rendering: geometricPrecision; hyphens: manual; }
h1, h2, h3, h4, p, dl, dd, ul, ol, table, figure { margin: 0; padding: 0; font: inherit; }
ul, ol { list-style: none; }
img, svg { display: block; }
.sheet { position: relative; width: var(--sheet-width); height: var(--sheet-height); overflow: hidden; break-inside: avoid; }
.sheet ~ .sheet { break-before: page; }
.sessions { page: sessions; break-before: page; }
.unbroken { white-space: nowrap; }
em em { font-style: inherit; }
[data-fit] { overflow-wrap: anywhere; text-wrap: balance; }
`;
}
