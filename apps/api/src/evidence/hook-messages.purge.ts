import { Injectable, type OnModuleInit } from '@nestjs/common';
import { deleteRows } from '../purge/delete-batch.js';
import { PurgeService } from '../purge/purge.service.js';

/** Senders try again for hours or days; after this a message of the same id is taken for a new one. */
@Injectable()
export class HookMessagesPurge implements OnModuleInit {
  constructor(private readonly purge: PurgeService) {}

  onModuleInit(): void {
    this.purge.register('hook messages', {
      keepFor: Temporal.Duration.from({ days: 7 }),
      deleteBatch: (manager, batch) =>
        deleteRows(
          manager,
          {
            table: 'hook_messages',
            key: ['activity_id', 'plugin', 'message_id'],
            condition: 'received_at < $2',
          },
          batch,
        ),
    });
  }
}
