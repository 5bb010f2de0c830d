import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  RenderFailedError,
  RenderTimeoutError,
  SheetDrawer,
  type SheetRequest,
} from '@laurel/certificate-renderer';
import { DomainError } from '../problem/domain-error.js';
import { FairQueue } from '../tenancy/fair-queue.js';
import type { TenantContext } from '../tenancy/tenant-context.js';

/** One thread, for the societies in turn. Those that wait are no more than the slow routes let in of a society. */
const LIMITS = { concurrency: 1, perKey: 1, waitingPerKey: 4 };
const RETRY_SECONDS = 2;

/** The process's one thread that draws sheets, so that a society's template takes nobody else's time. */
@Injectable()
export class SheetThread implements OnApplicationShutdown {
  private readonly logger = new Logger('Sheets');
  private readonly queue = new FairQueue(LIMITS);
  private readonly drawer = new SheetDrawer();

  /**
   * @returns `null` for a part that there is not
   * @throws DomainError `service.busy` when too many of the society wait, and when the sheet takes too long; TemplateError
   */
  async draw({ tenant }: Pick<TenantContext, 'tenant'>, request: SheetRequest): Promise<string | null> {
    const leave = await new Promise<() => void>((begin, refuse) => {
      if (this.queue.enter(tenant.id, begin) === null) refuse(busy());
    });
    try {
      return await this.drawer.draw(request);
    } catch (error) {
      if (!(error instanceof RenderTimeoutError || error instanceof RenderFailedError)) throw error;
      this.logger.warn({ msg: 'A sheet was not drawn', tenant: tenant.slug, err: error });
      throw busy();
    } finally {
      leave();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.drawer.close();
  }
}

const busy = () => new DomainError('service.busy', { retryAfterSeconds: RETRY_SECONDS });
