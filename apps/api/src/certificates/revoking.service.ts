import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClaimantContext } from '../tenancy/tenant-context.js';
import { markRevoked } from './certificate-issue.rows.js';
import { DocumentRequestsService } from './document-requests.service.js';

/** Ends the certificates of a claim that the society revoked. */
@Injectable()
export class RevokingService {
  constructor(private readonly requests: DocumentRequestsService) {}

  /**
   * Revokes what others rely on: every certificate of the learner at the activity that nothing has superseded, one
   * that is in print too. A held amendment leaves the certificates of the claim before it standing, so these are not
   * only those of the revoked claim itself.
   *
   * @param claimId where claims stand beside one another: only those of this one
   */
  async revoke(
    manager: EntityManager,
    context: ClaimantContext,
    now: Temporal.Instant,
    claimId: string | null,
  ): Promise<void> {
    const neverMade = await markRevoked(manager, context, now, claimId);
    await this.requests.withdraw(manager, context, neverMade);
  }
}
