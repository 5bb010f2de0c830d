import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock } from '../config/clock.js';
import { Environment } from '../config/environment.js';
import { PROCESS_ROLE, type ProcessRole } from '../config/process-role.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { systemContext } from '../tenancy/tenant-context.js';
import { TenantDirectory } from '../tenancy/tenant-directory.js';
import { CertificateRenderer } from './certificate-renderer.js';
import { findStuck } from './certificate-issue.rows.js';
import { IssuingService } from './issuing.service.js';

const EVERY_MILLISECONDS = 5 * 60_000;
/** A certificate that waits longer than this has probably lost its job. */
const STUCK_AFTER = Temporal.Duration.from({ minutes: 10 });

/** In processes that run jobs: keeps Chromium warm, and finds certificates whose job was lost. */
@Injectable()
export class IssuingSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Certificates');
  private readonly runsJobs: boolean;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    environment: Environment,
    @Inject(PROCESS_ROLE) role: ProcessRole,
    private readonly renderer: CertificateRenderer,
    private readonly tenants: TenantDirectory,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly issuing: IssuingService,
  ) {
    this.runsJobs = role === 'worker' || (role === 'api' && environment.runsJobsInline);
  }

  onApplicationBootstrap(): void {
    if (!this.runsJobs) return;
    // The boot does not wait for Chromium: what does not print is served at once, and health tells the rest.
    this.renderer.start().catch((error: unknown) => {
      this.logger.error({ msg: 'Chromium could not be started; certificates wait', err: error });
    });
    // What an earlier process left behind when it was killed is not waited for; its jobs count as running for a while.
    void this.sweepQuietly(Temporal.Duration.from({ seconds: 0 }));
    this.timer = setInterval(() => void this.sweepQuietly(STUCK_AFTER), EVERY_MILLISECONDS);
    this.timer.unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Enqueues every certificate that has been issuing for longer; one that has its job waiting gets no other. */
  async sweep(olderThan: Temporal.Duration): Promise<number> {
    const before = this.clock.now().subtract(olderThan);
    let found = 0;
    for (const tenant of await this.tenants.all()) {
      const context = systemContext(tenant, 'certificates that wait');
      await this.database.transaction(context, async (manager) => {
        const ids = await findStuck(manager, context, before);
        for (const id of ids) await this.issuing.enqueue(manager, context, id);
        found += ids.length;
      });
    }
    if (found > 0) this.logger.log({ msg: 'Certificates that were waiting are made now', count: found });
    return found;
  }

  private async sweepQuietly(olderThan: Temporal.Duration): Promise<void> {
    try {
      await this.sweep(olderThan);
    } catch (error) {
      this.logger.warn({ msg: 'Waiting certificates could not be looked for', err: error });
    }
  }
}
