import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { ActivitiesService } from '../catalogue/activities.service.js';
import type { DateOrder, TextEncoding } from '../catalogue/importers/index.js';
import { dateOrders, encodings } from '../catalogue/imports/file-settings.js';
import type { ImportReport, ImportSettings } from '../catalogue/imports/import-report.js';
import { ProgrammeImportService } from '../catalogue/imports/programme-import.service.js';
import {
  lostInWords,
  otherPersonInWords,
  otherPersonsInWords,
  removalsInWords,
} from '../catalogue/imports/refuse-import.js';
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
  encoding?: TextEncoding;
  dateOrder?: DateOrder;
  map?: Record<string, string>;
  acceptLostColumns?: boolean;
  acceptRemovals?: boolean;
  acceptOtherPersons?: boolean;
}

/** What a file is read with; lists of registrants have no dates, and pass over the order of theirs. */
interface FileSettings extends ImportSettings {
  readonly encoding?: TextEncoding;
  readonly dateOrder?: DateOrder;
  readonly mapping?: Readonly<Record<string, string>>;
}

/** Both importers are asked alike. */
interface Importer {
  preview(
    context: TenantContext,
    activityId: string,
    stream: Readable,
    settings: FileSettings,
  ): Promise<ImportReport>;
  apply(
    context: TenantContext,
    activityId: string,
    stream: Readable,
    settings: FileSettings,
  ): Promise<ImportReport>;
}

/** What both imports share: the file, the society, the activity, and how the outcome is told. */
abstract class ImportFileCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  protected abstract importer(application: INestApplicationContext): Importer;

  override async run([file]: string[], options: Options): Promise<void> {
    const { tenant, activity, preview } = options;
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
      const settings: FileSettings = {
        ...settingsOf(options),
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

  @Option({
    flags: '--encoding <encoding>',
    description: `what the file is saved as: ${encodings.join(', ')}; UTF-8 unless its first bytes say otherwise`,
  })
  encoding(value: string): TextEncoding {
    const encoding = encodings.find((known) => known === value);
    if (encoding === undefined) throw new CommandFault(`An encoding is one of ${encodings.join(', ')}.`);
    return encoding;
  }

  @Option({
    flags: '--map <field=header>',
    description:
      'take a field from the column with this header, e.g. --map "start=Begin time"; may be repeated',
  })
  map(value: string, earlier: Record<string, string> = {}): Record<string, string> {
    const [field, ...header] = value.split('=');
    if (field === undefined || field.trim() === '' || header.join('=').trim() === '') {
      throw new CommandFault('Map a field like this: --map "start=Begin time".');
    }
    return { ...earlier, [field.trim()]: header.join('=').trim() };
  }

  @Option({
    flags: '--accept-lost-columns',
    description: 'apply the file although values are lost that it does not state any more',
  })
  acceptLostColumns(): boolean {
    return true;
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

  @Option({
    flags: '--date-order <order>',
    description: `how 3/4/2027 is meant: ${dateOrders.join(', ')}; month first unless it is said`,
  })
  dateOrder(value: string): DateOrder {
    const order = dateOrders.find((known) => known === value);
    if (order === undefined) throw new CommandFault(`An order of dates is one of ${dateOrders.join(', ')}.`);
    return order;
  }

  @Option({
    flags: '--accept-removals',
    description: 'apply the file although more than a tenth of the sessions are gone from it',
  })
  acceptRemovals(): boolean {
    return true;
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

  @Option({
    flags: '--accept-other-persons',
    description: 'apply the file although badges are other people’s in it; claims stay with who made them',
  })
  acceptOtherPersons(): boolean {
    return true;
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

const settingsOf = ({
  encoding,
  dateOrder,
  map,
  acceptLostColumns,
  acceptRemovals,
  acceptOtherPersons,
}: Options): Omit<FileSettings, 'fileName'> => ({
  ...(encoding === undefined ? {} : { encoding }),
  ...(dateOrder === undefined ? {} : { dateOrder }),
  ...(map === undefined ? {} : { mapping: map }),
  ...(acceptLostColumns === undefined ? {} : { acceptsLostColumns: acceptLostColumns }),
  ...(acceptRemovals === undefined ? {} : { acceptsRemovals: acceptRemovals }),
  ...(acceptOtherPersons === undefined ? {} : { acceptsOtherPersons: acceptOtherPersons }),
});

const tell = (report: ImportReport): void => {
  const { isApplied, fileName, counts, faults, faultCount } = report;
  if (faultCount > 0) {
    const lines = faults.map(({ row, path: at, field, message }) =>
      [row === undefined ? at : `row ${String(row)}`, field, message]
        .filter((part) => part !== undefined)
        .join(': '),
    );
    const many = faultCount === 1 ? '1 fault' : `${String(faultCount)} faults`;
    throw new CommandFault([`${fileName} has ${many}:`, ...lines].join('\n'));
  }
  if (!isApplied) tellChanges(report);
  const { new: added, changed, unchanged, withdrawn, removed } = counts;
  console.log(
    `${fileName}: ${String(added)} new, ${String(changed)} changed, ${String(unchanged)} unchanged, ` +
      `${String(withdrawn)} withdrawn, ${String(removed)} removed${isApplied ? '' : ' (a preview; nothing was changed)'}.`,
  );
};

const tellChanges = ({ changes, lostColumns, removals, otherPersons }: ImportReport): void => {
  for (const change of changes) console.log(changeInWords(change));
  for (const lost of lostColumns) console.log(lostInWords(lost));
  if (lostColumns.length > 0) console.log('To apply it all the same, add --accept-lost-columns.');
  if (removals !== null) {
    console.log([removalsInWords(removals), ...removals.first].join('\n    '));
    console.log('To apply it all the same, add --accept-removals.');
  }
  if (otherPersons !== null) {
    console.log(
      [otherPersonsInWords(otherPersons), ...otherPersons.first.map(otherPersonInWords)].join('\n    '),
    );
    console.log('To apply it all the same, add --accept-other-persons; claims stay with who made them.');
  }
};

const changeInWords = ({ kind, name, fields }: ImportReport['changes'][number]): string => {
  const details = fields.map(
    ({ field, before, after }) => `${field}: ${before === '' ? '–' : before} → ${after === '' ? '–' : after}`,
  );
  return [`${kind}: ${name}`, ...details].join('\n    ');
};
