import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { TenantDatabase } from '../database/tenant-database.js';
import type { Actor, TenantContext } from '../tenancy/tenant-context.js';
import { ApiKey } from './api-key.entity.js';
import { hashOf, newToken } from './secrets.js';

/** So that a leaked key is recognised by people and by secret scanners. */
const PREFIX = 'laurel_';

/** Keys with which outside systems of a society call the API. */
@Injectable()
export class ApiKeysService {
  constructor(private readonly database: TenantDatabase) {}

  /** @returns the key itself, which can never be shown again */
  async create(
    context: Pick<TenantContext, 'tenant'>,
    { name, scopes }: { name: string; scopes: string[] },
  ): Promise<{ id: string; key: string }> {
    const key = `${PREFIX}${newToken()}`;
    const id = uuid();
    await this.database.transaction(context, (manager) =>
      manager.insert(ApiKey, { tenantId: context.tenant.id, id, name, scopes, keyHash: hashOf(key) }),
    );
    return { id, key };
  }

  /** Null when the key is unknown in this tenant or revoked. */
  async find(
    context: Pick<TenantContext, 'tenant'>,
    key: string,
  ): Promise<Extract<Actor, { kind: 'api-key' }> | null> {
    const tenantId = context.tenant.id;
    const found = await this.database.transaction(context, (manager) =>
      manager.findOneBy(ApiKey, { tenantId, keyHash: hashOf(key), revokedAt: IsNull() }),
    );
    if (found === null) return null;
    return Object.freeze({ kind: 'api-key', apiKeyId: found.id, scopes: Object.freeze([...found.scopes]) });
  }
}
