import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { Actor, TenantContext } from '../tenancy/tenant-context.js';
import { ApiKey } from './api-key.entity.js';
import { hashOf, newToken } from './secrets.js';

/** So that a leaked key is recognised by people and by secret scanners. */
const PREFIX = 'laurel_';

/** Keys with which outside systems of a society call the API. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** @returns the key itself, which can never be shown again */
  async create(
    context: TenantContext,
    { name, scopes }: { name: string; scopes: string[] },
  ): Promise<{ id: string; key: string }> {
    const key = `${PREFIX}${newToken()}`;
    const id = uuid();
    await this.database.transaction(context, async (manager) => {
      await manager.insert(ApiKey, { tenantId: context.tenant.id, id, name, scopes, keyHash: hashOf(key) });
      await this.audit.record(manager, context, {
        action: 'api_key.created',
        subjectId: id,
        details: { name, scopes },
      });
    });
    return { id, key };
  }

  /** All of the society, revoked ones too, the newest first; the keys themselves are kept nowhere. */
  async list(context: Pick<TenantContext, 'tenant'>): Promise<ApiKey[]> {
    return this.database.transaction(context, (manager) =>
      manager.find(ApiKey, { where: { tenantId: context.tenant.id }, order: { id: 'DESC' } }),
    );
  }

  /**
   * Ends a key at once. One that was revoked before stays so.
   *
   * @throws DomainError `not_found`
   */
  async revoke(context: TenantContext, id: string): Promise<void> {
    const key = { tenantId: context.tenant.id, id };
    await this.database.transaction(context, async (manager) => {
      const revokedAt = this.clock.now();
      const { affected } = await manager.update(ApiKey, { ...key, revokedAt: IsNull() }, { revokedAt });
      if (affected === 0) {
        if (await manager.existsBy(ApiKey, key)) return;
        throw new DomainError('not_found', { detail: 'This society has no key with this id.' });
      }
      await this.audit.record(manager, context, { action: 'api_key.revoked', subjectId: id });
    });
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
