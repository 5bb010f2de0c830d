import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Actor, TenantContext } from '../tenancy/tenant-context.js';
import { AuditEvent } from './audit-event.entity.js';

export interface NewAuditEvent {
  /** `<thing>.<verb in the past>`, e.g. `staff.created`. */
  action: string;
  /** The row it was done to. */
  subjectId?: string;
  /** Facts about the change; no names, badges or addresses. */
  details?: Record<string, unknown>;
  /** Why, in the person's words. */
  reason?: string;
}

/** What was done to a row, and by whom. */
export interface PastEvent {
  action: string;
  reason: string | null;
  at: Temporal.Instant;
  /** The person's name; `null` for the operator and for what the platform does by itself. */
  staffName: string | null;
}

/** Remembers what staff and the operator did, in the transaction that did it. */
@Injectable()
export class AuditService {
  async record(manager: EntityManager, context: TenantContext, event: NewAuditEvent): Promise<void> {
    const row = manager.create(AuditEvent, {
      tenantId: context.tenant.id,
      id: uuid(),
      actor: actorName(context.actor),
      action: event.action,
      subjectId: event.subjectId ?? null,
      details: event.details ?? {},
      reason: event.reason ?? null,
    });
    await manager.save(row);
  }

  /** Whether it was staff who did this to the row, and not the operator. `details` need only be a part of those kept. */
  async isOfStaff(
    manager: EntityManager,
    { tenant }: Pick<TenantContext, 'tenant'>,
    { action, subjectId, details = {} }: NewAuditEvent,
  ): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `select 1 from audit_events
       where tenant_id = $1 and subject_id = $2 and action = $3 and details @> $4::jsonb
         and starts_with(actor, 'staff:') limit 1`,
      [tenant.id, subjectId, action, JSON.stringify(details)],
    );
    return rows.length > 0;
  }

  /** All that was done to a row, the latest first. */
  async history(
    manager: EntityManager,
    { tenant }: Pick<TenantContext, 'tenant'>,
    subjectId: string,
  ): Promise<PastEvent[]> {
    const rows: (Omit<PastEvent, 'at'> & { at: Date })[] = await manager.query(
      `select e.action, e.reason, e.created_at as at, a.display_name as "staffName"
       from audit_events e
       left join staff_members s on s.tenant_id = $1 and e.actor = 'staff:' || s.id
       left join accounts a on a.id = s.account_id
       where e.tenant_id = $1 and e.subject_id = $2
       order by e.created_at desc, e.id desc`,
      [tenant.id, subjectId],
    );
    return rows.map(({ at, ...event }) => ({
      ...event,
      at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
    }));
  }
}

function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return `staff:${actor.staffMemberId}`;
    case 'learner':
      return `learner:${actor.learnerId}`;
    case 'api-key':
      return `api-key:${actor.apiKeyId}`;
    case 'system':
      return `system:${actor.purpose}`;
    case 'visitor':
      return 'visitor';
  }
}
