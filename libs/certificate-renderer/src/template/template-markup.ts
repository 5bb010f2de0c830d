import { TemplateError } from '../renderer.errors.js';

/**
 * Markup that could never work in a certificate. Chromium neutralises all of it anyway (no script, no network,
 * no files), but an author is better served by a sentence than by a silent hole in the page.
 */
const dead: readonly { pattern: RegExp; what: string }[] = [
  { pattern: /<\s*script\b/i, what: 'Scripts do not run in certificates.' },
  {
    pattern: /<\s*(iframe|frame|frameset|object|embed|portal|fencedframe)\b/i,
    what: 'Other documents cannot be embedded in certificates.',
  },
  {
    pattern: /<\s*(meta|base|link)\b/i,
    what: 'The head of the document is written by Laurel; <meta>, <base> and <link> are not allowed.',
  },
  { pattern: /<\s*(form|input|button|select|textarea)\b/i, what: 'Forms do not belong on paper.' },
  { pattern: /@import\b/i, what: 'Style sheets cannot be imported; write the rules into <style>.' },
  { pattern: /\bjavascript\s*:/i, what: 'Scripts do not run in certificates.' },
  {
    pattern: /(?:\bsrc(?:set)?\s*=|\burl\()[\s"']*(?:https?:|file:|ftp:|\/\/)/i,
    what: 'Nothing is loaded from outside. Put the image into the template as a data: address.',
  },
];

/** @throws TemplateError `template.forbidden_markup` with the first line at fault. */
export function assertHarmlessMarkup(source: string): void {
  for (const { pattern, what } of dead) {
    const found = pattern.exec(source);
    if (found) {
      throw new TemplateError(
        'template.forbidden_markup',
        what,
        source.slice(0, found.index).split('\n').length,
      );
    }
  }
}

/** Tags alone: what data says of addresses and scripts is text, and stands escaped. */
const deadTags = dead.filter(({ pattern }) => pattern.source.startsWith('<'));

/**
 * The same of what a template wrote: expressions between its characters may make a tag that the source does not show.
 *
 * @throws TemplateError `template.forbidden_markup`
 */
export function assertHarmlessOutput(markup: string): void {
  const found = deadTags.find(({ pattern }) => pattern.test(markup));
  if (found) throw new TemplateError('template.forbidden_markup', found.what);
}
