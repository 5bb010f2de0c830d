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
