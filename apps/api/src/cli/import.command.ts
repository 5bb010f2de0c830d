import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { ActivitiesService } from '../catalogue/activities.service.js';
import type { ImportReport, ImportSettings } from '../catalogue/imports/import-report.js';
import { ProgrammeImportService } from '../catalogue/imports/programme-import.service.js';
import { RegistrantImportService } from '../catalogue/imports/registrant-import.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { Application } from './application.js';
import { CommandFault } from './command-fault.js';

interface Options {
  tenant: string;
  activity: string;
  preview?: boolean;
}

/** Both importers are asked alike. */
interface Importer {
  preview(
    context: TenantContext,
    activityId: string,
    stream: Readable,
    settings: ImportSettings,
  ): Promise<ImportReport>;
  apply(
    context: TenantContext,
    activityId: string,
    stream: Readable,
    settings: ImportSettings,
  ): Promise<ImportReport>;
}

/** What both imports share: the file, the society, the activity, and how the outcome is told. */
abstract class ImportFileCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  protected abstract importer(application: INestApplicationContext): Importer;

  override async run([file]: string[], { tenant, activity, preview }: Options): Promise<void> {
    if (file === undefined) throw new CommandFault('Name the file to import.');
    await access(file).catch(() => {
      throw new CommandFault(`Cannot read ${file}.`);
    });
    const report = await this.application.run(async (application) => {
      const context = await application.get(TenantProfilesService).operatorContext(tenant, 'import');
      const found = await application
        .get(TenantDatabase)
        .transaction(context, (manager) =>
          application.get(ActivitiesService).byCode(manager, context, activity),
        );
      if (found === null) throw new CommandFault(`${tenant} has no activity "${activity}".`);
      const importer = this.importer(application);
      const settings: ImportSettings = {
        fileName: path.basename(file),
        onProgress: ({ phase, rows }) => {
          if (process.stderr.isTTY) process.stderr.write(`\r${phase} ${String(rows)} rows `);
        },
      };
      const stream = createReadStream(file);
      return preview === true
        ? importer.preview(context, found.id, stream, settings)
        : importer.apply(context, found.id, stream, settings);
    });
    tell(report);
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--activity <code>', description: 'the code of the activity', required: true })
  activity(value: string): string {
    return value;
  }

  @Option({ flags: '--preview', description: 'say what would change, and change nothing' })
  preview(): boolean {
    return true;
  }
}

@SubCommand({
  name: 'programme',
  arguments: '<file>',
  description: 'Sessions: CSV, or frab/pretalx JSON or XML',
})
export class ImportProgrammeCommand extends ImportFileCommand {
  constructor(application: Application) {
    super(application);
  }

  protected override importer(application: INestApplicationContext): Importer {
    return application.get(ProgrammeImportService);
  }
}

@SubCommand({ name: 'registrants', arguments: '<file>', description: 'Registrants: CSV' })
export class ImportRegistrantsCommand extends ImportFileCommand {
  constructor(application: Application) {
    super(application);
  }

  protected override importer(application: INestApplicationContext): Importer {
    return application.get(RegistrantImportService);
  }
}

@Command({
  name: 'import',
  description: 'Programmes and registrants from files',
  subCommands: [ImportProgrammeCommand, ImportRegistrantsCommand],
})
export class ImportCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}

const tell = ({ isApplied, fileName, counts, faults, faultCount }: ImportReport): void => {
  if (faultCount > 0) {
    const lines = faults.map(({ row, path: at, field, message }) =>
      [row === undefined ? at : `row ${String(row)}`, field, message]
        .filter((part) => part !== undefined)
        .join(': '),
    );
    throw new CommandFault([`${fileName} has ${String(faultCount)} faults:`, ...lines].join('\n'));
  }
  const { new: added, changed, unchanged, withdrawn, removed } = counts;
  console.log(
    `${fileName}: ${String(added)} new, ${String(changed)} changed, ${String(unchanged)} unchanged, ` +
      `${String(withdrawn)} withdrawn, ${String(removed)} removed${isApplied ? '' : ' (a preview; nothing was changed)'}.`,
  );
};
