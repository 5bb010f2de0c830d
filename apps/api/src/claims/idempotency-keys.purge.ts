import { Injectable, type OnModuleInit } from '@nestjs/common';
import { deleteRows } from '../purge/delete-batch.js';
import { PurgeService } from '../purge/purge.service.js';

/** Answers kept for a client that repeats its request: nobody repeats one after a month. */
@Injectable()
export class IdempotencyKeysPurge implements OnModuleInit {
  constructor(private readonly purge: PurgeService) {}

  onModuleInit(): void {
    this.purge.register('idempotency keys', {
      keepFor: Temporal.Duration.from({ days: 30 }),
      deleteBatch: (manager, batch) =>
        deleteRows(
          manager,
          { table: 'idempotency_keys', key: ['learner_id', 'key'], condition: 'created_at < $2' },
          batch,
        ),
    });
  }
}
