import { Global, Module } from '@nestjs/common';
import { JobQueue } from './job-queue.js';
import { PgBossQueue } from './pg-boss-queue.js';

@Global()
@Module({
  providers: [PgBossQueue, { provide: JobQueue, useExisting: PgBossQueue }],
  exports: [JobQueue],
})
export class JobsModule {}
