import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { FileMissing, FileStorage, type StoredFile } from './file-storage.js';

export interface S3Settings {
  bucket: string;
  region: string;
  /** Of a store other than Amazon's; it is then addressed by path. */
  endpoint?: string;
}

/** Files in an S3-compatible store: `<tenant id>/<sha256>`. Credentials come from the SDK's usual places. */
export class S3Storage extends FileStorage {
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    super();
    const { region, endpoint } = settings;
    this.client = new S3Client({
      region,
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    });
  }

  override async put(
    context: Pick<TenantContext, 'tenant'>,
    bytes: Buffer,
    contentType: string,
  ): Promise<StoredFile> {
    const digest = createHash('sha256').update(bytes).digest();
    const sha256 = digest.toString('hex');
    const key = this.keyOf(context, sha256);
    if (!(await this.has(key, bytes.length))) {
      await this.client.send(
        new PutObjectCommand({
          Bucket: this.settings.bucket,
          Key: key,
          Body: bytes,
          ContentType: contentType,
          // The store refuses bytes that were changed on the way.
          ChecksumSHA256: digest.toString('base64'),
        }),
      );
    }
    return { sha256, byteSize: bytes.length };
  }

  override async read(context: Pick<TenantContext, 'tenant'>, sha256: string): Promise<Readable> {
    try {
      const { Body } = await this.client.send(
        new GetObjectCommand({ Bucket: this.settings.bucket, Key: this.keyOf(context, sha256) }),
      );
      if (Body instanceof Readable) return Body;
      throw new FileMissing(sha256);
    } catch (error) {
      if (error instanceof NoSuchKey) throw new FileMissing(sha256);
      throw error;
    }
  }

  private async has(key: string, byteSize: number): Promise<boolean> {
    try {
      const head = await this.client.send(new HeadObjectCommand({ Bucket: this.settings.bucket, Key: key }));
      return head.ContentLength === byteSize;
    } catch (error) {
      if (Error.isError(error) && error.name === 'NotFound') return false;
      throw error;
    }
  }

  private keyOf({ tenant }: Pick<TenantContext, 'tenant'>, sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new FileMissing(sha256);
    return `${tenant.id}/${sha256}`;
  }
}
