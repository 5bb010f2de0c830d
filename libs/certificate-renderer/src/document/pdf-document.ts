/** Latin-1 keeps every byte of the file as one character, so that offsets are the file's own. */
const encoding = 'latin1';

/** Number of pages, from the page tree that Chromium writes uncompressed. */
export function pageCount(pdf: Buffer): number {
  const text = pdf.toString(encoding);
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/**
 * The PDF with its dates set to `createdAt` and its structure elements numbered from one, all in place, since
 * offsets in the file must not move. The same data then gives the same bytes, whenever and wherever it is drawn:
 * Chromium names the elements after a counter that goes on from document to document.
 */
export function reproducible(pdf: Buffer, createdAt: Temporal.Instant): Buffer {
  const utc = createdAt.toZonedDateTimeISO('UTC');
  const digits = [utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('');
  const text = pdf.toString(encoding);
  const names = [...new Set(text.match(elementName))].sort();
  const renamed = new Map(names.map((name, index) => [name, `(node${String(index + 1).padStart(8, '0')})`]));
  const result = text
    .replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}\+00'00'\)/g, `$1${digits}+00'00')`)
    .replace(elementName, (name) => renamed.get(name) ?? name);
  return Buffer.from(result, encoding);
}

const elementName = /\(node\d{8}\)/g;
