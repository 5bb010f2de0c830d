/**
 * The value of `Content-Disposition` for a certificate (RFC 6266, RFC 5987): the name may be in any script, so it
 * is given twice, in ASCII for old clients and in UTF-8.
 */
export const contentDisposition = (kind: 'inline' | 'attachment', fileName: string): string => {
  const ascii = fileName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};

/** "José Ángel Okafor – CONGRESS27-000123.pdf", without what file systems refuse, and never too long for them. */
export const certificateFileName = (name: string, number: string): string => {
  const safe = name
    .normalize('NFC')
    // Control and bidirectional override characters would let a name show another extension than it has; joiners
    // are part of names in several scripts.
    .replace(/[\p{Cc}\p{Cs}]|(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/[/\\:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // File systems take 255 bytes; a letter may need four. Cut between what a reader sees as letters.
  const letters = Array.from(new Intl.Segmenter().segment(safe), ({ segment }) => segment);
  let short = '';
  for (const letter of letters) {
    if (Buffer.byteLength(short + letter) > 160) break;
    short += letter;
  }
  const who = short.replace(/^[.\s]+/, '').trim();
  return who === '' ? `${number}.pdf` : `${who} – ${number}.pdf`;
};
