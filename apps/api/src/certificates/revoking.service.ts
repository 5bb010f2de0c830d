import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { markRevoked } from './certificate-issue.rows.js';
import { DocumentRequestsService } from './document-requests.service.js';

/** Ends the certificates of claims that the society revoked. */
@Injectable()
export class RevokingService {
  constructor(private readonly requests: DocumentRequestsService) {}

  /** Revokes what others rely on: every certificate that nothing has superseded, one that is in print too. */
  async revoke(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    claimIds: readonly string[],
    now: Temporal.Instant,
  ): Promise<void> {
    const neverMade = await markRevoked(manager, context, claimIds, now);
    await this.requests.withdraw(manager, context, neverMade);
  }
}
