import QRCode from 'qrcode';

/** Enough for every address; a larger code cannot be scanned from paper. */
const maxQrCharacters = 300;

/**
 * QR code as one SVG path in `currentColor`, error correction M, without quiet zone (the design leaves it).
 * @throws Error for an empty or overlong text.
 */
export function qrCodeSvg(text: string): string {
  if (text === '') throw new Error('A QR code needs an address.');
  if (text.length > maxQrCharacters) {
    throw new Error(
      `A QR code holds at most ${maxQrCharacters} characters here; this one has ${text.length}.`,
    );
  }
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    let column = 0;
    while (column < size) {
      // Runs of dark modules become one rectangle: fewer hairlines between them in print.
      let run = 0;
      while (column + run < size && modules.get(row, column + run)) run += 1;
      if (run > 0) path += `M${column} ${row}h${run}v1h-${run}z`;
      column += run + 1;
    }
  }
  return (
    `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code" ` +
    `shape-rendering="crispEdges"><path fill="currentColor" d="${path}"/></svg>`
  );
}
