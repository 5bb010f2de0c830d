import { Injectable, Logger } from '@nestjs/common';
import type { TenantContext } from '../../tenancy/tenant-context.js';
import type { PluginFault } from '../workflow.types.js';

/** Tells those who run the platform that a plugin failed. Learners only read that something could not be checked. */
@Injectable()
export class PluginFaultLog {
  private readonly logger = new Logger('Plugins');

  note(context: Pick<TenantContext, 'tenant'>, faults: readonly PluginFault[]): void {
    for (const { plugin, stage, detail, count, cause } of faults) {
      this.logger.error({
        msg: 'A plugin failed',
        tenant: context.tenant.slug,
        plugin,
        stage,
        detail,
        count,
        ...(cause instanceof Error ? { err: cause } : {}),
      });
    }
  }
}
