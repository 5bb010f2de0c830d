import { escapeHtml } from '../template/template-value.js';

/** The AMA wants "AMA PRA Category 1 Credit(s)™" in italics, and "Category 2" likewise. */
const amaPhrase = /AMA PRA Category [12](?:\s+Credit(?:s|\(s\))?)?\s?™?/g;

/** Escaped text in which the AMA phrase stands in italics, its number never parted from "Category". */
export function emphasisedProse(text: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(amaPhrase)) {
    html += escapeHtml(text.slice(end, match.index));
    const phrase = match[0].trimEnd();
    html += `<em class="ama">${escapeHtml(phrase).replace(/Category [12]/, '<span class="unbroken">$&</span>')}</em>`;
    end = match.index + phrase.length;
  }
  return html + escapeHtml(text.slice(end));
}
