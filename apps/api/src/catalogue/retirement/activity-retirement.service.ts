import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../config/clock.js';
import { TenantDatabase } from '../../database/tenant-database.js';
import { DomainError } from '../../problem/domain-error.js';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import { ActivitiesService } from '../activities.service.js';
import { Activity } from '../activity.entity.js';
import type { ActivityRetirementDto } from './activity-retirement.dto.js';

export interface RetireOptions {
  /** Also where learners have claimed already. */
  readonly acceptsClaims?: boolean;
  /** How whoever asks would accept that, for the refusal. */
  readonly toAccept?: string;
}

/** Activities that were made by mistake: nothing of theirs is deleted, and no learner sees them or gets in. */
@Injectable()
export class ActivityRetirement {
  constructor(
    private readonly database: TenantDatabase,
    private readonly activities: ActivitiesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Every activity of the society, those that are retired too, in the order of their codes. */
  async list(context: TenantContext): Promise<Activity[]> {
    return this.database.transaction(context, (manager) =>
      manager.find(Activity, { where: { tenantId: context.tenant.id }, order: { code: 'ASC' } }),
    );
  }

  /**
   * Learners who are signed in at it are signed out. Retiring what is retired changes nothing.
   *
   * @throws DomainError `not_found`; `activity.has_claims` where that is not accepted
   */
  async retire(
    context: TenantContext,
    activityId: string,
    { acceptsClaims = false, toAccept = 'send `acceptsClaims`' }: RetireOptions = {},
  ): Promise<ActivityRetirementDto> {
    return this.database.transaction(context, async (manager) => {
      const { retiredAt } = await this.activities.find(manager, context, activityId);
      if (retiredAt !== null) return view(activityId, retiredAt);
      const ids = [context.tenant.id, activityId];
      const [claims] = await manager.query<{ count: number }[]>(
        `select count(*)::int as count from claims where tenant_id = $1 and activity_id = $2 and state <> 'draft'`,
        ids,
      );
      const count = claims?.count ?? 0;
      if (count > 0 && !acceptsClaims) {
        const were = count === 1 ? 'claim was' : 'claims were';
        const detail = `${String(count)} ${were} submitted at this activity; nothing was changed. To retire it all the same, ${toAccept}.`;
        throw new DomainError('activity.has_claims', { detail });
      }
      const now = this.clock.now();
      await manager.update(Activity, { tenantId: context.tenant.id, id: activityId }, { retiredAt: now });
      await manager.query(
        `update sign_ins set revoked_at = now()
         where tenant_id = $1 and activity_id = $2 and revoked_at is null`,
        ids,
      );
      await this.audit.record(manager, context, { action: 'activity.retired', subjectId: activityId });
      return view(activityId, now);
    });
  }

  /**
   * Undoes `retire`.
   *
   * @throws DomainError `not_found`
   */
  async restore(context: TenantContext, activityId: string): Promise<ActivityRetirementDto> {
    return this.database.transaction(context, async (manager) => {
      const { retiredAt } = await this.activities.find(manager, context, activityId);
      if (retiredAt !== null) {
        await manager.update(Activity, { tenantId: context.tenant.id, id: activityId }, { retiredAt: null });
        await this.audit.record(manager, context, { action: 'activity.restored', subjectId: activityId });
      }
      return view(activityId, null);
    });
  }
}

const view = (id: string, retiredAt: Temporal.Instant | null): ActivityRetirementDto => ({
  id,
  retiredAt: retiredAt?.toString() ?? null,
});
