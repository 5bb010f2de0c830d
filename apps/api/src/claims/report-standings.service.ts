import { Injectable } from '@nestjs/common';
import { IN_FORCE } from '../claim-standing/claim-states.js';
import { TenantDatabase } from '../database/tenant-database.js';
import type { ReportState } from '../reporting/report-states.js';
import { ReportsService } from '../reporting/reports.service.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import type { ReportStandingDto } from './dto/report-standing.dto.js';

/** What became of the learner's credit at the authorities that are told of it. */
@Injectable()
export class ReportStandings {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reports: ReportsService,
  ) {}

  /** Of the claim in force; none where there is no such, and where nobody is told. */
  async read(context: LearnerContext): Promise<ReportStandingDto[]> {
    const { activityId, learnerId } = context.actor;
    return this.database.transaction(context, async (manager) => {
      const [claim] = await manager.query<{ id: string }[]>(
        `select id from claims
         where tenant_id = $1 and activity_id = $2 and learner_id = $3 and is_sole and ${IN_FORCE}`,
        [context.tenant.id, activityId, learnerId],
      );
      if (claim === undefined) return [];
      const reports = await this.reports.ofClaim(manager, context, claim.id);
      return reports.map(({ authority, state }) => ({ authority, state, text: WORDS[state](authority) }));
    });
  }
}

const WORDS: Readonly<Record<ReportState, (authority: string) => string>> = {
  queued: (authority) => `Your credit is on its way to ${authority}; the answer will show here.`,
  accepted: (authority) => `${authority} has taken your credit.`,
  rejected: (authority) =>
    `${authority} did not take your credit. The society knows, and will write to you if it needs something.`,
  failed: (authority) => `${authority} could not be reached. The society knows, and can send it again.`,
  withdrawn: (authority) => `Your credit was not sent to ${authority}.`,
};
