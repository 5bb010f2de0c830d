import { Injectable, type OnModuleInit } from '@nestjs/common';
import { deleteRows } from '../../purge/delete-batch.js';
import { PurgeService } from '../../purge/purge.service.js';

/** Links to choose a new password that can no longer be used. */
@Injectable()
export class PasswordResetsPurge implements OnModuleInit {
  constructor(private readonly purge: PurgeService) {}

  onModuleInit(): void {
    this.purge.register('password resets', {
      keepFor: Temporal.Duration.from({ days: 1 }),
      deleteBatch: (manager, batch) => deleteRows(manager, ENDED_LINKS, batch),
    });
  }
}

const ENDED_LINKS = { table: 'password_resets', key: ['id'], condition: 'expires_at < $2' } as const;
