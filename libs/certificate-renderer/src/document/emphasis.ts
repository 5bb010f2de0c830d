import { escapeHtml } from '../template/template-value.js';

/**
 * Escaped text in which each of `phrases` stands in italics, as an authority may ask of its own words ("AMA PRA
 * Category 1 Credits™"), with no number parted from the word before it. The longest phrase that fits is taken, and
 * no phrase begins or ends within a word.
 */
export function emphasisedProse(text: string, phrases: readonly string[]): string {
  const wanted = [...new Set(phrases)].filter((phrase) => phrase.trim() !== '');
  if (wanted.length === 0) return escapeHtml(text);
  let html = '';
  let end = 0;
  for (const match of text.matchAll(patternOf(wanted))) {
    html += escapeHtml(text.slice(end, match.index));
    html += `<em class="phrase">${escapeHtml(match[0]).replace(numbered, '<span class="unbroken">$&</span>')}</em>`;
    end = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(end));
}

/** "Category 1": a number and the word that it belongs to. */
const numbered = /\p{L}+\s\d+/gu;

function patternOf(phrases: readonly string[]): RegExp {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  const either = longestFirst.map((phrase) => RegExp.escape(phrase).replace(/(?:\\x20)+| +/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}
