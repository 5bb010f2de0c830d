import { escapeHtml } from '../template/template-value.js';

const imageDataUri = /^data:image\/(?:png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/;

/** An `<img>` for a data URI of a known image type; nothing for any other address. */
export function imageElement(dataUri: string, alternative: string): string {
  if (!imageDataUri.test(dataUri)) return '';
  return `<img src="${dataUri}" alt="${escapeHtml(alternative)}">`;
}

/** SVG as an image: in that mode Chromium runs no script in it and follows no reference out of it. */
export function svgImageElement(svg: string, alternative: string): string {
  if (!svg.includes('<svg')) return '';
  return imageElement(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, alternative);
}
