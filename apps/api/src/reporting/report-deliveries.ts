import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DeliverAnswer } from '@laurel/plugin-kit';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { JobQueue, type JobAttempt } from '../jobs/job-queue.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { OutsideHttp } from '../workflow/outside/outside-http.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { IoOutcome, Workflow } from '../workflow/workflow.types.js';
import { WorkflowsService } from '../workflow/saved/workflows.service.js';
import { countDeliveries, findQueued, recordDelivery, type QueuedReport } from './report-rows.js';
import type { ReportState } from './report-states.js';
import { DELIVER_REPORT } from './reports.service.js';

const TIMEOUT_MILLISECONDS = 60_000;
const LONGEST_WAIT_SECONDS = 24 * 3_600;
/** An authority that names its own time is asked at it, but not for ever. */
const MOST_ATTEMPTS = 50;

/** The authority could not be reached, or asked for another try. */
class DeliveryPostponed extends Error {
  override readonly name = 'DeliveryPostponed';
}

/** Delivers reports to authorities through the plugin that made them, and keeps every attempt. */
@Injectable()
export class ReportDeliveries implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly workflows: WorkflowsService,
    private readonly runner: WorkflowRunner,
    private readonly outside: OutsideHttp,
    private readonly faults: PluginFaultLog,
  ) {}

  onModuleInit(): void {
    // Doubling from a minute up to an hour: fourteen tries last through a night in which an authority is away.
    // They mostly wait for authorities, some of them in vain.
    const options = {
      retryLimit: 14,
      retryDelaySeconds: 60,
      expireSeconds: 120,
      concurrency: 8,
      perTenant: 2,
    };
    this.jobs.register(DELIVER_REPORT, options, (context, data, attempt) =>
      this.deliver(context, String(data['reportId']), attempt),
    );
  }

  /** @throws DeliveryPostponed so that the queue tries again later */
  async deliver(context: TenantContext, reportId: string, attempt: JobAttempt): Promise<void> {
    const found = await this.database.transaction(context, async (manager) => {
      const report = await findQueued(manager, context, reportId);
      if (report === null) return null;
      return { report, workflow: await this.workflows.current(manager, context, report.activityId) };
    });
    if (found === null) return;
    const answer = await this.ask(context, found.report, found.workflow, attempt.signal);
    const detail = answer.outcome === 'accepted' ? (answer.detail ?? null) : answer.why;
    const isAskedAtItsTime = await this.database.transaction(context, async (manager) => {
      const attempts = await countDeliveries(manager, context, reportId);
      const wait = waitOf(answer, attempts);
      const settled = wait === null ? settledState(answer, attempt.isLast) : null;
      await recordDelivery(manager, context, found.report, { outcome: answer.outcome, detail }, settled);
      if (wait === null) return false;
      await this.jobs.enqueue(manager, context, {
        name: DELIVER_REPORT,
        data: { reportId },
        key: reportId,
        startAfterSeconds: wait,
      });
      return true;
    });
    if (answer.outcome === 'retry' && !isAskedAtItsTime && !attempt.isLast) {
      throw new DeliveryPostponed(answer.why);
    }
  }

  /** A plugin that fails or is switched off is asked again later; staff see the attempts. */
  private async ask(
    context: TenantContext,
    { plugin, activityId, authority, key, payload }: QueuedReport,
    workflow: Workflow,
    signal: AbortSignal,
  ): Promise<DeliverAnswer> {
    const config = workflow.steps.find((step) => step.plugin === plugin)?.config ?? {};
    const outcome: IoOutcome<DeliverAnswer> = await this.runner.deliver(
      workflow,
      plugin,
      { tenantId: context.tenant.id, activityId, message: { authority, key, payload } },
      {
        http: this.outside.forStep(config, signal),
        now: this.clock.now(),
        timeoutMs: TIMEOUT_MILLISECONDS,
        signal,
      },
    );
    if (outcome.status === 'answered') return outcome.answer;
    if (outcome.status === 'off') return { outcome: 'retry', why: `The step "${plugin}" is switched off.` };
    this.faults.note(context, [outcome.fault]);
    return { outcome: 'retry', why: outcome.fault.detail };
  }
}

/** In how many seconds the authority wants to be asked again, where it says so. */
const waitOf = (answer: DeliverAnswer, attempts: number): number | null =>
  answer.outcome === 'retry' && answer.afterSeconds !== undefined && attempts + 1 < MOST_ATTEMPTS
    ? Math.min(Math.max(1, Math.ceil(answer.afterSeconds)), LONGEST_WAIT_SECONDS)
    : null;

const settledState = (answer: DeliverAnswer, isLast: boolean): ReportState | null => {
  if (answer.outcome === 'retry') return isLast ? 'failed' : null;
  return answer.outcome;
};
