import { Readable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { Activity } from '../src/catalogue/activity.entity.js';
import type { ImportReport } from '../src/catalogue/imports/import-report.js';
import {
  type ProgrammeImportOptions,
  ProgrammeImportService,
} from '../src/catalogue/imports/programme-import.service.js';
import { DomainError } from '../src/problem/domain-error.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import type { TestApp } from './testing-app.js';
import type { Society } from './testing-society.js';

export const contextOf = (society: Society) => systemContext(society.tenant, 'test');
export const text = (content: string) => Readable.from([Buffer.from(content)]);

const HEADER = 'Code,Title,Date,Start,End,Room,Type,Highlight,Tier,Speakers';
export const OPENING = 'A1,Opening,2026-04-23,9:00 AM,10:20 AM,Hall A,Plenary,yes,,Ada Obi; Bo Li';
export const SUMMIT = 'A2,AF Summit,2026-04-23,10:30,12:00,Hall B,Summit,,Premier,';
export const COFFEE = 'A3,Coffee,2026-04-23,10:20,10:30,Foyer,Break,,,';
export const STANDS = 'A4,Stands,2026-04-23,10:20,12:20,Foyer,Exhibit,,,';
export const csv = (...rows: string[]) => [HEADER, ...rows].join('\r\n');

/** Programmes imported as the command line and the upload do, and what is in the tables after. */
export class ProgrammeImports {
  constructor(private readonly app: TestApp) {}

  /** An empty activity, in Boston's time, whose sessions earn AMA credit by duration but for `Exhibit`. */
  async newActivity(society: Society): Promise<string> {
    const id = uuid();
    await this.app.tenants.transaction(contextOf(society), async (manager) => {
      const { programmeRevision: _, ...activity } = await manager.findOneByOrFail(Activity, {
        id: society.activityId,
      });
      const durationCredit = { creditTypes: ['ama-pra-1'], minutesPerCredit: 60, exceptTypes: ['Exhibit'] };
      await manager.insert(Activity, { ...activity, id, code: id.slice(-8), durationCredit });
    });
    return id;
  }

  preview(society: Society, activityId: string, content: string | Readable): Promise<ImportReport> {
    const stream = typeof content === 'string' ? text(content) : content;
    const options = { fileName: 'programme.csv' };
    return this.app.app.get(ProgrammeImportService).preview(contextOf(society), activityId, stream, options);
  }

  apply(
    society: Society,
    activityId: string,
    content: string | Readable,
    more: Partial<ProgrammeImportOptions> = {},
  ): Promise<ImportReport> {
    const stream = typeof content === 'string' ? text(content) : content;
    const options = { fileName: 'programme.csv', ...more };
    return this.app.app.get(ProgrammeImportService).apply(contextOf(society), activityId, stream, options);
  }

  offerings(activityId: string): Promise<Record<string, unknown>[]> {
    return this.app.inspect(`select * from offerings where activity_id = $1 order by code, source_key`, [
      activityId,
    ]);
  }

  async revision(activityId: string): Promise<unknown> {
    const sql = 'select programme_revision as revision from activities where id = $1';
    return (await this.app.inspect<{ revision: number }>(sql, [activityId]))[0]?.revision;
  }

  /** All that a refused import must leave alone, in every tenant. */
  everything(): Promise<Record<string, unknown>[]> {
    return this.app.inspect(`
      select (select jsonb_agg(o order by o.id) from offerings o) as offerings,
        (select jsonb_agg(a order by a.id) from activities a) as activities,
        (select jsonb_agg(r order by r.id) from import_runs r) as runs
    `);
  }
}

/** What the import was refused with. */
export async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error('It was not refused', { cause: error });
  return error;
}
