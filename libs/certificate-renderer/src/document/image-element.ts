import { escapeHtml } from '../template/template-value.js';

const imageDataUri = /^data:image\/(?:png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/;

/** An `<img>` for a data URI of a known image type; nothing for any other address. */
export function imageElement(dataUri: string, alternative: string): string {
  if (!imageDataUri.test(dataUri)) return '';
  return `<img src="${dataUri}" alt="${escapeHtml(alternative)}">`;
}

/**
 * SVG as an image: in that mode Chromium runs no script in it and follows no reference out of it.
 *
 * @param colour what `currentColor` means in it; an image inherits nothing from the page and would be black
 */
export function svgImageElement(source: string, alternative: string, colour: string): string {
  const root = /<svg\b[^>]*>/.exec(source)?.[0];
  if (root === undefined) return '';
  const svg = /\scolor\s*=/.test(root) ? source : source.replace('<svg', `<svg color="${colour}"`);
  return imageElement(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, alternative);
}
