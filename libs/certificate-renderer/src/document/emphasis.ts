import { escapeHtml } from '../template/template-value.js';

/** The AMA wants "AMA PRA Category 1 Credit(s)™" in italics, and "Category 2" likewise. */
const amaPhrase = /AMA PRA Category [12](?:\s+Credit(?:s|\(s\))?)?\s?™?/g;

/** Escaped text in which the AMA phrase stands in italics and never breaks before its last word. */
export function emphasisedProse(text: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(amaPhrase)) {
    html += escapeHtml(text.slice(end, match.index));
    html += `<em class="ama">${escapeHtml(match[0].trimEnd())}</em>`;
    end = match.index + match[0].trimEnd().length;
  }
  return html + escapeHtml(text.slice(end));
}
