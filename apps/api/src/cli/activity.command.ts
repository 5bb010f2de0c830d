import type { INestApplicationContext } from '@nestjs/common';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { ActivityRetirement } from '../catalogue/retirement/activity-retirement.service.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { WorkflowsService } from '../workflow/saved/workflows.service.js';
import { Application } from './application.js';
import { CommandFault } from './command-fault.js';
import { PrintedList } from './printed-list.js';

interface TenantOptions {
  tenant: string;
}
interface ActivityOptions extends TenantOptions {
  activity: string;
}

const WITHOUT_RULES =
  'No workflow: nothing can be claimed here. Put one into the tenant file and apply it, or save one as staff.';

/** What every command about activities is told. */
abstract class ActivityOfTenantCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  protected work<Result>(
    tenant: string,
    verb: string,
    work: (application: INestApplicationContext, context: TenantContext) => Promise<Result>,
  ): Promise<Result> {
    return this.application.run(async (application) => {
      const profiles = application.get(TenantProfilesService);
      const context = await profiles.operatorContext(tenant, `activity ${verb}`);
      return work(application, context);
    });
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }
}

@SubCommand({ name: 'list', description: 'The activities of a society; retired ones too' })
export class ListActivitiesCommand extends ActivityOfTenantCommand {
  constructor(application: Application) {
    super(application);
  }

  override async run(_parameters: string[], { tenant }: TenantOptions): Promise<void> {
    const { activities, withoutRules } = await this.work(tenant, 'list', async (application, context) => ({
      activities: await application.get(ActivityRetirement).list(context),
      withoutRules: await application.get(WorkflowsService).withoutRules(context),
    }));
    const list = new PrintedList(
      ['code', 'title', 'first day', 'state'],
      `${tenant} has no activities yet. Its tenant file makes them.`,
    );
    for (const { id, code, title, startsOn, retiredAt } of activities) {
      const notes = withoutRules.has(id) && retiredAt === null ? [WITHOUT_RULES] : [];
      list.row([code, title, startsOn.toString(), retiredAt === null ? 'active' : 'retired'], notes);
    }
    list.end();
  }
}

const idOf = async (
  retirement: ActivityRetirement,
  context: TenantContext,
  code: string,
): Promise<string> => {
  const found = (await retirement.list(context)).find((activity) => activity.code === code);
  if (found === undefined) throw new CommandFault(`${context.tenant.slug} has no activity "${code}".`);
  return found.id;
};

@SubCommand({ name: 'retire', description: 'Take an activity away from learners; nothing is deleted' })
export class RetireActivityCommand extends ActivityOfTenantCommand {
  constructor(application: Application) {
    super(application);
  }

  override async run(
    _parameters: string[],
    { tenant, activity, withClaims = false }: ActivityOptions & { withClaims?: boolean },
  ): Promise<void> {
    await this.work(tenant, 'retire', async (application, context) => {
      const retirement = application.get(ActivityRetirement);
      const id = await idOf(retirement, context, activity);
      await retirement.retire(context, id, { acceptsClaims: withClaims, toAccept: 'add --with-claims' });
    });
    console.log(`${activity} is retired. Nothing was deleted; \`activity restore\` undoes it.`);
  }

  @Option({ flags: '--activity <code>', description: 'as `activity list` shows it', required: true })
  activity(value: string): string {
    return value;
  }

  @Option({ flags: '--with-claims', description: 'also where learners have claimed already' })
  withClaims(): boolean {
    return true;
  }
}

@SubCommand({ name: 'restore', description: 'Undo `activity retire`' })
export class RestoreActivityCommand extends ActivityOfTenantCommand {
  constructor(application: Application) {
    super(application);
  }

  override async run(_parameters: string[], { tenant, activity }: ActivityOptions): Promise<void> {
    await this.work(tenant, 'restore', async (application, context) => {
      const retirement = application.get(ActivityRetirement);
      const id = await idOf(retirement, context, activity);
      await retirement.restore(context, id);
    });
    console.log(`${activity} is there for learners.`);
  }

  @Option({ flags: '--activity <code>', description: 'as `activity list` shows it', required: true })
  activity(value: string): string {
    return value;
  }
}

@Command({
  name: 'activity',
  description: 'Meetings, courses and articles of a society',
  subCommands: [ListActivitiesCommand, RetireActivityCommand, RestoreActivityCommand],
})
export class ActivityCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
