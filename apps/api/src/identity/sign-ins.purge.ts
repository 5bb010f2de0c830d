import { Injectable, type OnModuleInit } from '@nestjs/common';
import { deleteRows } from '../purge/delete-batch.js';
import { PurgeService } from '../purge/purge.service.js';

/** Signed-in browsers that no longer are, and throttles whose window has closed long since. */
@Injectable()
export class SignInsPurge implements OnModuleInit {
  constructor(private readonly purge: PurgeService) {}

  onModuleInit(): void {
    this.purge.register('sign-ins', {
      keepFor: Temporal.Duration.from({ days: 7 }),
      deleteBatch: (manager, batch) => deleteRows(manager, ENDED_SIGN_INS, batch),
    });
    this.purge.register('sign-in throttles', {
      keepFor: Temporal.Duration.from({ days: 1 }),
      deleteBatch: (manager, batch) => deleteRows(manager, CLOSED_THROTTLES, batch),
    });
  }
}

const ENDED_SIGN_INS = {
  table: 'sign_ins',
  key: ['id'],
  condition: 'expires_at < $2 or revoked_at < $2',
} as const;

const CLOSED_THROTTLES = {
  table: 'sign_in_throttles',
  key: ['key'],
  condition: 'window_started_at < $2',
} as const;
