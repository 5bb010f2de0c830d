import { Injectable, Module } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LearnerContext } from '../tenancy/tenant-context.js';

/** Identifiers that learners give about themselves: `npi`, `abp`, `asrt`, … */
@Injectable()
export class LearnerIdentifiers {
  /** Keeps identifiers by kind; kinds that are not named stay as they are. */
  async keep(
    manager: EntityManager,
    context: LearnerContext,
    identifiers: Readonly<Record<string, string>>,
  ): Promise<void> {
    if (Object.keys(identifiers).length === 0) return;
    await manager.query(
      `update learners set identifiers = identifiers || $3::jsonb
       where tenant_id = $1 and id = $2 and not identifiers @> $3::jsonb`,
      [context.tenant.id, context.actor.learnerId, JSON.stringify(identifiers)],
    );
  }
}

@Module({ providers: [LearnerIdentifiers], exports: [LearnerIdentifiers] })
export class LearnerIdentifiersModule {}
