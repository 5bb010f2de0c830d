import { Injectable } from '@nestjs/common';
import { toDecimal } from '@laurel/credit';
import type { EntityManager } from 'typeorm';
import { AuditService, type PastEvent } from '../audit/audit.service.js';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { displayName } from '../learners/display-name.js';
import { DomainError } from '../problem/domain-error.js';
import { ReportsService } from '../reporting/reports.service.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import { TrailRules, type RuleOf } from '../workflow/rules/trail-rules.service.js';
import { explainedEntry } from '../workflow/trail/why-entry.js';
import type { TrailRecord } from '../workflow/workflow.types.js';
import type {
  ClaimEventDto,
  StaffClaimDto,
  StaffClaimPageDto,
  StaffClaimRowDto,
} from './dto/staff-claim.dto.js';
import { faultInWords } from './held-words.js';
import {
  findClaimant,
  findClaims,
  findTrailNames,
  type ClaimFilter,
  type StaffClaimRow,
} from './staff-claim-rows.js';
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
    private readonly clock: Clock,
    private readonly inputs: DecisionInputsService,
    private readonly rules: TrailRules,
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
      rule: await this.findRules(manager, context, claimId, trail),
    };
    return {
      ...rowView(row),
      amendsClaimId: row.amendsClaimId,
      trail: trail.map((entry) => explainedEntry(entry, names)),
      reports: await this.reports.ofClaim(manager, context, claimId),
      history: (await this.audit.history(manager, context, claimId)).map(eventView),
    };
  }

  /** The rules behind the claim's trail, as its learner reads them. */
  private async findRules(
    manager: EntityManager,
    context: TenantContext,
    claimId: string,
    trail: readonly TrailRecord[],
  ): Promise<RuleOf> {
    const claimant = await findClaimant(manager, context, claimId);
    if (claimant === null) throw new DomainError('not_found', { detail: 'There is no such claim.' });
    const inputs = await this.inputs.load(manager, claimant, this.clock.now(), 'none', claimId);
    return this.rules.ofStored(manager, context, inputs, trail);
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
