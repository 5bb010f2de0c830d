import type { Readable } from 'node:stream';
import { FileFault, ImportStreamError } from './import-fault.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface TextSourceOptions {
  /** Largest file in bytes. */
  maxBytes: number;
  /** Says what the file is saved as. Without it: what its byte-order mark or XML declaration says, else UTF-8. */
  encoding?: TextEncoding;
}

/** Bytes are taken in pieces of this size, so that one huge chunk cannot fill the memory with its rows. */
const PIECE_BYTES = 64 * 1024;

/**
 * Decodes a byte stream to text, piece by piece, without its byte-order mark.
 * Letters are never guessed: bytes that are not in the encoding end the reading.
 *
 * @throws FileFault `file.encoding`, `file.too_large`, `file.is_workbook`, `file.empty`
 * @throws ImportStreamError when the stream itself fails
 */
export async function* readText(stream: Readable, options: TextSourceOptions): AsyncGenerator<string, void> {
  let decoder: TextDecoder | undefined;
  let bytes = 0;
  let lines = 0;

  for await (const piece of pieces(stream)) {
    decoder ??= decoderFor(piece, options.encoding);
    bytes += piece.length;
    if (bytes > options.maxBytes) {
      throw new FileFault({
        field: 'file',
        code: 'file.too_large',
        reason: `The file is larger than ${Math.floor(options.maxBytes / 1_048_576)} MB. Split it and import the parts.`,
      });
    }
    const text = decode(decoder, piece, lines);
    lines += countLines(text);
    if (text !== '') yield text;
  }
  if (decoder === undefined) {
    throw new FileFault({ field: 'file', code: 'file.empty', reason: 'The file is empty.' });
  }
  const rest = decode(decoder, undefined, lines);
  if (rest !== '') yield rest;
}

async function* pieces(stream: Readable): AsyncGenerator<Uint8Array, void> {
  let head: Uint8Array | undefined;
  try {
    for await (const chunk of stream) {
      let bytes = toBytes(chunk);
      if (head !== undefined) {
        bytes = Buffer.concat([head, bytes]);
        head = undefined;
      }
      // A byte-order mark must be seen whole before the decoder is chosen.
      if (bytes.length < 4) {
        head = bytes;
        continue;
      }
      for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
        yield bytes.subarray(start, start + PIECE_BYTES);
      }
    }
  } catch (error) {
    throw error instanceof FileFault ? error : new ImportStreamError(error);
  }
  if (head !== undefined && head.length > 0) yield head;
}

function toBytes(chunk: unknown): Uint8Array {
  if (typeof chunk === 'string') return Buffer.from(chunk, 'utf8');
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError('The stream must yield bytes or strings.');
}

function decoderFor(head: Uint8Array, encoding: TextEncoding | undefined): TextDecoder {
  // A ZIP archive's signature: what Excel and Numbers save when no other format is chosen.
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03 && head[3] === 0x04) {
    throw new FileFault({
      field: 'file',
      code: 'file.is_workbook',
      reason: 'This is an Excel workbook or another archive. Save the sheet as “CSV UTF-8” and import that.',
    });
  }
  const marked =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : undefined;
  return new TextDecoder(marked ?? encoding ?? declaredEncoding(head) ?? 'utf-8', { fatal: true });
}

/** Encodings besides UTF-8 that older XML programmes declare; any other is read as UTF-8, and refused if it is not. */
const DECLARABLE = ['iso-8859-1', 'iso-8859-15', 'windows-1252'];

/** What an XML declaration says the document is encoded in. */
function declaredEncoding(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.subarray(0, 200)).toString('latin1');
  const declared = /^<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(start)?.[1]?.toLowerCase();
  return DECLARABLE.find((name) => name === declared);
}

function decode(decoder: TextDecoder, piece: Uint8Array | undefined, linesBefore: number): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (error) {
    if (!hasCode(error, 'ERR_ENCODING_INVALID_ENCODED_DATA')) throw error;
    const readable = piece === undefined ? '' : new TextDecoder(decoder.encoding).decode(withoutTail(piece));
    const broken = readable.indexOf('\uFFFD');
    const line = linesBefore + countLines(broken < 0 ? readable : readable.slice(0, broken)) + 1;
    throw new FileFault({
      row: line,
      field: 'file',
      code: 'file.encoding',
      reason:
        `Line ${line} holds bytes that are not ${decoder.encoding.toUpperCase()}, so accented letters would be damaged. ` +
        'Save the file as UTF-8 (in Excel: “CSV UTF-8”), or tell the import which encoding it is in.',
    });
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

/** Leaves out the end of a UTF-8 letter that began in the piece before. */
function withoutTail(piece: Uint8Array): Uint8Array {
  let start = 0;
  while (start < 3 && ((piece[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return piece.subarray(start);
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
