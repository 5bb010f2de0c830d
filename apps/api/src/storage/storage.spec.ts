import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileMissing, type FileStorage } from './file-storage.js';
import { FolderStorage } from './folder-storage.js';
import { S3Storage } from './s3-storage.js';

const alpha = { tenant: { id: '00000000-0000-4000-8000-00000000000a', slug: 'alpha', name: 'Alpha' } };
const beta = { tenant: { id: '00000000-0000-4000-8000-00000000000b', slug: 'beta', name: 'Beta' } };

/** Just enough of S3 for objects to be put, asked about and fetched by path. */
class ObjectServer {
  readonly objects = new Map<string, Buffer>();
  puts = 0;
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const key = new URL(request.url ?? '', 'http://s3').pathname;
      if (request.method === 'PUT') {
        const body = Buffer.concat(chunks);
        const checksum = createHash('sha256').update(body).digest('base64');
        if (request.headers['x-amz-checksum-sha256'] !== checksum) return response.writeHead(400).end();
        this.puts++;
        this.objects.set(key, body);
        return response.writeHead(200, { etag: '"1"' }).end();
      }
      const object = this.objects.get(key);
      if (object !== undefined) {
        response.writeHead(200, { 'content-length': object.length });
        return response.end(request.method === 'HEAD' ? undefined : object);
      }
      const missing = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>No</Message></Error>';
      response.writeHead(404, { 'content-type': 'application/xml' });
      return response.end(request.method === 'HEAD' ? undefined : missing);
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The object server has no port');
    return `http://127.0.0.1:${address.port}`;
  }
  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

const objectServer = new ObjectServer();
let folder: string;
const storages: Record<string, FileStorage> = {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'laurel-storage-'));
  storages.folder = new FolderStorage(folder);
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';
  storages.s3 = new S3Storage({
    bucket: 'laurel',
    region: 'us-east-1',
    endpoint: await objectServer.start(),
  });
});
afterAll(async () => {
  await objectServer.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['folder', 's3'])('storage in %s', (kind) => {
  const storage = () => {
    const found = storages[kind];
    if (found === undefined) throw new Error(`No storage ${kind}`);
    return found;
  };

  it('gives back what was put, by the hash of what is in it', async () => {
    const bytes = randomBytes(200_000);
    const stored = await storage().put(alpha, bytes, 'application/pdf');
    expect(stored).toEqual({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      byteSize: 200_000,
    });
    expect(await buffer(await storage().read(alpha, stored.sha256))).toEqual(bytes);
  });

  it('takes the same bytes many times at once, and keeps them once', async () => {
    const bytes = randomBytes(50_000);
    const stored = await Promise.all(
      Array.from({ length: 8 }, () => storage().put(alpha, bytes, 'application/pdf')),
    );
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1);
    const before = objectServer.puts;
    await storage().put(alpha, bytes, 'application/pdf');
    expect(objectServer.puts).toBe(before);
    expect(await buffer(await storage().read(alpha, stored[0]?.sha256 ?? ''))).toEqual(bytes);
  });

  it('keeps each tenant’s files apart', async () => {
    const { sha256 } = await storage().put(alpha, randomBytes(10), 'application/pdf');
    await expect(storage().read(beta, sha256)).rejects.toBeInstanceOf(FileMissing);
  });

  it.each(['', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`, 'f'.repeat(64)])(
    'has nothing under %p',
    async (sha256) => {
      await expect(storage().read(alpha, sha256)).rejects.toBeInstanceOf(FileMissing);
    },
  );
});

describe('storage in a folder', () => {
  it('writes anew what a crash cut short, and leaves no partial files', async () => {
    const bytes = randomBytes(1000);
    const storage = new FolderStorage(folder);
    const { sha256 } = await storage.put(alpha, bytes);
    const place = path.join(folder, alpha.tenant.id, sha256.slice(0, 2));
    await writeFile(path.join(place, sha256), bytes.subarray(0, 500));
    await storage.put(alpha, bytes);
    expect(await buffer(await storage.read(alpha, sha256))).toEqual(bytes);
    expect((await readdir(place)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
