import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
// For its types: `request.file()` is added to Fastify's request.
import '@fastify/multipart';
import { DomainError } from '../../problem/domain-error.js';

/**
 * Puts the one file of a multipart request on local disk, lends it to `work`, and removes it. An import reads
 * inside a transaction, and a transaction does not wait for somebody's network.
 *
 * @throws DomainError `request.invalid` when there is no file; `request.too_large`
 */
export async function withUploadedFile<T>(
  request: FastifyRequest,
  maxBytes: number,
  work: (stream: Readable, fileName: string) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw missing();
  const part = await received(request.file({ limits: { files: 1, fileSize: maxBytes, fields: 10 } }));
  if (part === undefined) throw missing();
  const folder = await mkdtemp(path.join(tmpdir(), 'laurel-import-'));
  try {
    const file = path.join(folder, 'upload');
    await received(pipeline(part.file, createWriteStream(file, { mode: 0o600 })));
    if (part.file.truncated) {
      throw new DomainError('request.too_large', {
        detail: `The file is larger than ${Math.floor(maxBytes / 1_048_576)} MB. Split it and import the parts.`,
      });
    }
    return await work(createReadStream(file), nameOf(part.filename));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the parser of multipart bodies throws carries no code, unlike the disk's and Fastify's own errors. */
async function received<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error) throw error;
    throw new DomainError('request.invalid', {
      detail: 'The upload broke off or is not well formed. Please send the file again.',
    });
  }
}

/** As it is shown in the list of imports: the name alone, of a readable length. */
const nameOf = (sent: string): string => {
  const name =
    sent
      .toWellFormed()
      .replace(/\p{Control}/gu, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  return name.slice(-200) || 'file';
};

const missing = (): DomainError =>
  new DomainError('request.invalid', {
    faults: [
      {
        field: 'file',
        code: 'file.missing',
        message: 'Send the file as multipart/form-data, in the field “file”.',
      },
    ],
  });
