import { Injectable } from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { ProgrammeService } from '../catalogue/programme/programme.service.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { EvidenceService } from './evidence.service.js';

/** The kind of evidence a starred session is. */
export const ITINERARY = 'itinerary';
/** What learners do in the portal themselves. */
const PORTAL = 'portal';

/** The sessions a learner has starred: evidence by their own word. */
@Injectable()
export class ItineraryService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly programmes: ProgrammeService,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
  ) {}

  /** In the order in which they were starred. */
  async offeringIds(context: LearnerContext): Promise<string[]> {
    return this.database.transaction(context, (manager) =>
      this.evidence.offeringIdsOf(manager, context, ITINERARY),
    );
  }

  /**
   * Stars an offering; one that is starred already stays as it is.
   *
   * @throws DomainError `not_found` when the learner's activity has no such offering
   */
  async add(context: LearnerContext, offeringId: string): Promise<void> {
    const { activityId, learnerId } = context.actor;
    await this.database.transaction(context, async (manager) => {
      // Kept until the commit: an import that runs now may not take the offering away under the star.
      if (!(await this.programmes.keepOffering(manager, context, activityId, offeringId))) {
        throw new DomainError('not_found', { detail: 'There is no such session.' });
      }
      await this.evidence.record(manager, context, [
        {
          activityId,
          learnerId,
          offeringId,
          kind: ITINERARY,
          source: PORTAL,
          sourceKey: keyOf(learnerId, offeringId),
          occurredAt: this.clock.now(),
        },
      ]);
    });
  }

  /**
   * Takes a star away; where there is none, nothing changes.
   *
   * @throws DomainError `not_found` when the learner's activity has no such offering
   */
  async remove(context: LearnerContext, offeringId: string): Promise<void> {
    const { activityId, learnerId } = context.actor;
    await this.database.transaction(context, async (manager) => {
      if (!(await this.programmes.keepOffering(manager, context, activityId, offeringId))) {
        throw new DomainError('not_found', { detail: 'There is no such session.' });
      }
      await this.evidence.forget(manager, context, PORTAL, keyOf(learnerId, offeringId));
    });
  }
}

/** The learner is part of the key, so nobody can ever reach another's star. */
const keyOf = (learnerId: string, offeringId: string): string => `${ITINERARY}:${learnerId}:${offeringId}`;
