import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../tenancy/tenant-context.js';
import type { SealingKey, SealingKeys } from './sealing-keys.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What cannot be opened: damaged, another tenant's, or sealed with a key this process does not have. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Secrets at rest and in cookies: AES-256-GCM, bound to the tenant, so that a text sealed for one society opens in
 * no other. A sealed text begins with the name of its key, so that keys can be changed while old texts still open.
 */
@Injectable()
export class Sealing {
  private readonly byId: ReadonlyMap<string, SealingKey>;

  constructor(private readonly keys: SealingKeys) {
    this.byId = new Map(keys.map((key) => [key.id, key]));
  }

  /** @returns `<key id>.<base64url>`, safe in JSON, columns and cookies; never twice the same */
  seal({ tenant }: Pick<TenantContext, 'tenant'>, text: string): string {
    const [{ id, bytes }] = this.keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', bytes, nonce);
    cipher.setAAD(Buffer.from(tenant.id));
    const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${id}.${sealed.toString('base64url')}`;
  }

  /** @throws SealBroken */
  open({ tenant }: Pick<TenantContext, 'tenant'>, sealed: string): string {
    const [id = '', body = ''] = sealed.split('.', 2);
    const key = this.byId.get(id);
    if (key === undefined)
      throw new SealBroken(`This was sealed with the key "${id.slice(0, 8)}", which is not here`);
    const bytes = Buffer.from(body, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('This is too short to be sealed');
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(tenant.id));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch (error) {
      throw new SealBroken('This was changed after it was sealed, or is of another society', {
        cause: error,
      });
    }
  }
}
