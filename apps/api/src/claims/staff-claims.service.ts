import { Injectable } from '@nestjs/common';
import { toDecimal } from '@laurel/credit';
import type { EntityManager } from 'typeorm';
import { AuditService, type PastEvent } from '../audit/audit.service.js';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { displayName } from '../learners/display-name.js';
import { DomainError } from '../problem/domain-error.js';
import { ReportsService } from '../reporting/reports.service.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { explainedEntry } from '../workflow/trail/why-entry.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type {
  ClaimEventDto,
  StaffClaimDto,
  StaffClaimPageDto,
  StaffClaimRowDto,
} from './dto/staff-claim.dto.js';
import { faultInWords } from './held-words.js';
import { findClaims, findTrailNames, type ClaimFilter, type StaffClaimRow } from './staff-claim-rows.js';
import { readTrail } from './submission-rows.js';

export interface ClaimsPage extends Omit<ClaimFilter, 'id'> {
  /** 1 to 100. */
  readonly limit: number;
}

/** Submitted claims as the people of the society look at them. */
@Injectable()
export class StaffClaimsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly activities: ActivitiesService,
    private readonly reports: ReportsService,
    private readonly audit: AuditService,
    private readonly runner: WorkflowRunner,
  ) {}

  /** The newest first. @throws DomainError `not_found` for an activity that is not the society's */
  async list(context: TenantContext, { limit, ...filter }: ClaimsPage): Promise<StaffClaimPageDto> {
    return this.database.transaction(context, async (manager) => {
      if (filter.activityId !== undefined) await this.activities.find(manager, context, filter.activityId);
      const rows = await findClaims(manager, context, filter, limit + 1);
      const items = rows.slice(0, limit).map(rowView);
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** One claim with its decision trail, what authorities were told, and what was done to it. @throws `not_found` */
  async read(context: TenantContext, claimId: string): Promise<StaffClaimDto> {
    return this.database.transaction(context, (manager) => this.show(manager, context, claimId));
  }

  private async show(
    manager: EntityManager,
    context: TenantContext,
    claimId: string,
  ): Promise<StaffClaimDto> {
    const [row] = await findClaims(manager, context, { id: claimId }, 1);
    if (row === undefined) throw new DomainError('not_found', { detail: 'There is no such claim.' });
    const trail = await readTrail(manager, context, claimId);
    const offeringIds = trail.flatMap(({ subject, effect }) => [
      ...(subject.kind === 'offering' ? [subject.key] : []),
      ...(effect?.offeringIds ?? []),
    ]);
    const names = {
      ...(await findTrailNames(manager, context, offeringIds)),
      rule: (plugin: string, code: string) => this.runner.ruleOf(plugin, code),
    };
    return {
      ...rowView(row),
      amendsClaimId: row.amendsClaimId,
      trail: trail.map((entry) => explainedEntry(entry, names)),
      reports: await this.reports.ofClaim(manager, context, claimId),
      history: (await this.audit.history(manager, context, claimId)).map(eventView),
    };
  }
}

const rowView = (row: StaffClaimRow): StaffClaimRowDto => ({
  id: row.id,
  state: row.state,
  learner: learnerView(row.learner),
  activity: { ...row.activity },
  credits: row.credits.map(({ creditType, claimed }) => ({ creditType, claimed: toDecimal(claimed) })),
  submittedAt: instantText(row.submittedAt),
  heldReason: row.heldReason,
  faults: row.heldFaults.map(faultInWords),
  reopenedAt: instantText(row.reopenedAt),
  revokedAt: instantText(row.revokedAt),
});

const learnerView = ({ id, name, firstName, lastName, badge }: StaffClaimRow['learner']) => ({
  id,
  name,
  registeredName: displayName(firstName, lastName),
  badge,
});

const eventView = ({ action, reason, at, staffName }: PastEvent): ClaimEventDto => ({
  action,
  reason,
  at: at.toString(),
  by: staffName ?? 'The operator',
});

/** PostgreSQL's JSON writes instants with an offset; the API always says UTC. */
const instantText = (text: string | null): string | null =>
  text === null ? null : Temporal.Instant.from(text).toString();
