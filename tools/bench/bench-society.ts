import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AppModule } from '../../apps/api/src/app.module.js';
import { ActivitiesService } from '../../apps/api/src/catalogue/activities.service.js';
import { ProgrammeImportService } from '../../apps/api/src/catalogue/imports/programme-import.service.js';
import { Environment } from '../../apps/api/src/config/environment.js';
import { TenantDatabase } from '../../apps/api/src/database/tenant-database.js';
import type { TenantFile } from '../../apps/api/src/operator/tenant-file.js';
import { TenantSetupService } from '../../apps/api/src/operator/tenant-setup.service.js';
import {
  systemContext,
  type TenantContext,
  type TenantIdentity,
} from '../../apps/api/src/tenancy/tenant-context.js';
import { firstDayOfMeetings } from '../demo/meeting-days.js';
import { DEMO_MEETING, programmeCsv } from '../demo/programme.js';
import { rhythm } from '../demo/tenants/rhythm.js';
import type { BenchDatabase } from './bench-database.js';

/** The demo's Society for Cardiac Rhythm with its own programme and workflow, on the day after its meeting. */
export interface BenchSociety {
  readonly tenant: TenantIdentity;
  readonly activityId: string;
}

/** Sets the society up as an operator would, then lets `work` add what the bench needs beside. */
export async function createBenchSociety(
  { appUrl, ownerUrl, home }: BenchDatabase,
  work: (database: TenantDatabase, context: TenantContext, society: BenchSociety) => Promise<void>,
  fileOf: (firstDay: Temporal.PlainDate) => TenantFile = rhythm,
): Promise<BenchSociety> {
  const environment = Environment.from({ DATABASE_URL: appUrl, LAUREL_HOME: home, LOG_LEVEL: 'warn' });
  const application = await NestFactory.createApplicationContext(AppModule.with(environment, 'command'), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const society = await setUp(application, fileOf);
    const context = systemContext(society.tenant, 'bench');
    await work(application.get(TenantDatabase), context, society);
    await analyse(ownerUrl);
    return society;
  } finally {
    await application.close();
  }
}

async function setUp(
  application: INestApplicationContext,
  fileOf: (firstDay: Temporal.PlainDate) => TenantFile,
): Promise<BenchSociety> {
  const firstDay = firstDayOfMeetings(Temporal.Now.plainDateISO('America/Chicago'));
  const tenant = await application.get(TenantSetupService).apply(fileOf(firstDay));
  const context = systemContext(tenant, 'bench');
  const activities = application.get(ActivitiesService);
  const activity = await application
    .get(TenantDatabase)
    .transaction(context, (manager) => activities.byCode(manager, context, DEMO_MEETING.code));
  if (activity === null) throw new Error('The society has no meeting');
  const programme = Readable.from([Buffer.from(programmeCsv(firstDay))]);
  await application
    .get(ProgrammeImportService)
    .apply(context, activity.id, programme, { fileName: 'programme.csv' });
  return { tenant, activityId: activity.id };
}

/** The server would do so by itself, but in the middle of a measurement. */
async function analyse(ownerUrl: string): Promise<void> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query('analyze');
  await owner.end();
}
