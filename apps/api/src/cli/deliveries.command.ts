import { isUUID } from 'class-validator';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { mailStates } from '../mail/mail-states.js';
import { StaffMailsService } from '../mail/staff-mails.service.js';
import { reportStates } from '../reporting/report-states.js';
import { StaffReportsService } from '../reporting/staff-reports.service.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { Application } from './application.js';
import { CommandFault } from './command-fault.js';
import { PrintedList } from './printed-list.js';

interface ListOptions {
  tenant: string;
  state?: string;
}
interface RetryOptions {
  tenant: string;
  id?: string;
  allFailed?: boolean;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** What is sent to the outside: reports and mails are listed and sent again alike. */
interface Deliveries<Item> {
  list(
    context: TenantContext,
    page: { readonly state?: string; readonly cursor?: string; readonly limit: number },
  ): Promise<Page<Item>>;
  retry(context: TenantContext, id: string): Promise<void>;
  retryAll(context: TenantContext): Promise<number>;
}

abstract class ListDeliveriesCommand<Item> extends CommandRunner {
  protected abstract readonly thing: string;
  protected abstract readonly states: readonly string[];
  protected abstract readonly columns: readonly string[];
  protected abstract readonly service: abstract new (...dependencies: never[]) => Deliveries<Item>;

  constructor(private readonly application: Application) {
    super();
  }

  /** The columns of one, and below it why it was given up. */
  protected abstract line(item: Item): {
    readonly columns: readonly string[];
    readonly reason: string | null;
  };

  override async run(_parameters: string[], { tenant, state }: ListOptions): Promise<void> {
    if (state !== undefined && !this.states.includes(state)) {
      throw new CommandFault(`A state is one of ${this.states.join(', ')}.`);
    }
    await this.application.run(async (application) => {
      const context = await application
        .get(TenantProfilesService)
        .operatorContext(tenant, `${this.thing} list`);
      const list = new PrintedList(
        this.columns,
        `${tenant} has no ${state === undefined ? '' : 'such '}${this.thing}.`,
      );
      let cursor: string | null = null;
      do {
        const page: Page<Item> = await application.get(this.service).list(context, {
          ...(state === undefined ? {} : { state }),
          ...(cursor === null ? {} : { cursor }),
          limit: 100,
        });
        for (const item of page.items) {
          const { columns, reason } = this.line(item);
          list.row(columns, reason === null ? [] : [reason]);
        }
        cursor = page.nextCursor;
      } while (cursor !== null);
      list.end();
    });
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--state <state>', description: 'only those that stand so, e.g. failed' })
  state(value: string): string {
    return value;
  }
}

abstract class RetryDeliveriesCommand<Item> extends CommandRunner {
  protected abstract readonly thing: string;
  protected abstract readonly service: abstract new (...dependencies: never[]) => Deliveries<Item>;

  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], { tenant, id, allFailed }: RetryOptions): Promise<void> {
    if ((id === undefined) === (allFailed !== true)) {
      throw new CommandFault('Say which: --id <id>, or --all-failed.');
    }
    const count = await this.application.run(async (application) => {
      const context = await application
        .get(TenantProfilesService)
        .operatorContext(tenant, `${this.thing} retry`);
      const deliveries = application.get(this.service);
      if (id === undefined) return deliveries.retryAll(context);
      await deliveries.retry(context, id);
      return 1;
    });
    console.log(
      `${String(count)} of the ${this.thing} ${count === 1 ? 'is' : 'are'} sent again by the worker.`,
    );
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--id <id>', description: 'as `list` shows it' })
  id(value: string): string {
    if (!isUUID(value)) throw new CommandFault(`"${value}" is not an id.`);
    return value;
  }

  @Option({ flags: '--all-failed', description: 'every one that was given up' })
  allFailed(): boolean {
    return true;
  }
}

type Report = Awaited<ReturnType<StaffReportsService['list']>>['items'][number];

@SubCommand({ name: 'list', description: 'Reports to authorities, the newest first' })
export class ListReportsCommand extends ListDeliveriesCommand<Report> {
  protected readonly thing = 'reports';
  protected readonly states = reportStates;
  protected readonly columns = ['id', 'authority', 'claim', 'state', 'tries', 'made'];
  protected readonly service = StaffReportsService;

  constructor(application: Application) {
    super(application);
  }

  protected override line({ id, authority, claimId, state, attempts, createdAt, lastDetail }: Report) {
    const columns = [id, authority, claimId, state, `${String(attempts)} tries`, createdAt];
    return { columns, reason: lastDetail };
  }
}

@SubCommand({ name: 'retry', description: 'Let failed reports be delivered again' })
export class RetryReportsCommand extends RetryDeliveriesCommand<Report> {
  protected readonly thing = 'reports';
  protected readonly service = StaffReportsService;

  constructor(application: Application) {
    super(application);
  }
}

type MailRow = Awaited<ReturnType<StaffMailsService['list']>>['items'][number];

@SubCommand({ name: 'list', description: 'Mails, the newest first; not what they say' })
export class ListMailsCommand extends ListDeliveriesCommand<MailRow> {
  protected readonly thing = 'mails';
  protected readonly states = mailStates;
  protected readonly columns = ['id', 'to', 'subject', 'state', 'tries', 'made'];
  protected readonly service = StaffMailsService;

  constructor(application: Application) {
    super(application);
  }

  protected override line({ id, to, subject, state, attempts, createdAt, lastError }: MailRow) {
    const columns = [id, to, subject, state, `${String(attempts)} tries`, createdAt];
    return { columns, reason: lastError };
  }
}

@SubCommand({ name: 'retry', description: 'Let mails that were given up be sent again' })
export class RetryMailsCommand extends RetryDeliveriesCommand<MailRow> {
  protected readonly thing = 'mails';
  protected readonly service = StaffMailsService;

  constructor(application: Application) {
    super(application);
  }
}

@Command({
  name: 'reports',
  description: 'What authorities are told about claimed credit',
  subCommands: [ListReportsCommand, RetryReportsCommand],
})
export class ReportsCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}

@Command({
  name: 'mails',
  description: 'Mails to learners and societies',
  subCommands: [ListMailsCommand, RetryMailsCommand],
})
export class MailsCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
