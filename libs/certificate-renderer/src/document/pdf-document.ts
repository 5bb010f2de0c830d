/** Latin-1 keeps every byte of the file as one character, so that offsets are the file's own. */
const encoding = 'latin1';

/** Number of pages, from the page tree that Chromium writes uncompressed. */
export function pageCount(pdf: Buffer): number {
  const text = pdf.toString(encoding);
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/**
 * The PDF with its dates set to `createdAt`, in place: the same data then gives the same bytes, whenever and
 * wherever it is drawn.
 */
export function withCreationDate(pdf: Buffer, createdAt: Temporal.Instant): Buffer {
  const utc = createdAt.toZonedDateTimeISO('UTC');
  const digits = [utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('');
  const text = pdf
    .toString(encoding)
    .replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}\+00'00'\)/g, `$1${digits}+00'00')`);
  return Buffer.from(text, encoding);
}
