import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { TenantSetupService, type AppliedTenant } from '../operator/tenant-setup.service.js';
import { TenantRetirement } from '../tenancy/tenant-retirement.service.js';
import { Application } from './application.js';
import { PrintedList } from './printed-list.js';
import { readJson } from './read-json.js';

/** Enough to see that something is not as it was meant. */
const LISTED = 40;

interface ApplyTenantOptions {
  preview?: boolean;
  replaceWorkflows?: boolean;
}

@SubCommand({
  name: 'apply',
  arguments: '<file>',
  argsDescription: { file: 'the society as JSON: profile, credit types, templates, activities' },
  description: 'Create a society, or bring it to what its file says',
})
export class ApplyTenantCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(
    [file]: string[],
    { replaceWorkflows = false, preview = false }: ApplyTenantOptions,
  ): Promise<void> {
    const raw = await readJson(file ?? '');
    const applied = await this.application.run((application) =>
      application
        .get(TenantSetupService)
        .apply(raw, { replacesWorkflows: replaceWorkflows, isPreview: preview }),
    );
    for (const line of appliedInWords(applied, preview)) console.log(line);
  }

  @Option({ flags: '--preview', description: 'say what would change, and change nothing' })
  preview(): boolean {
    return true;
  }

  @Option({
    flags: '--replace-workflows',
    description: 'put the file’s workflows in the place of those that staff changed since',
  })
  replaceWorkflows(): boolean {
    return true;
  }
}

const appliedInWords = ({ name, slug, changes }: AppliedTenant, isPreview: boolean): string[] => {
  const society = `${name} (${slug})`;
  if (changes.length === 0)
    return [`${society} is as the file says; nothing ${isPreview ? 'would change' : 'was changed'}.`];
  const more = changes.length - LISTED;
  return [
    isPreview ? `${society} would be changed:` : `${society} is as the file says. Changed:`,
    ...changes.slice(0, LISTED).map((change) => `  ${change}`),
    ...(more > 0 ? [`  and ${String(more)} more`] : []),
  ];
};

@SubCommand({ name: 'list', description: 'Every society, with its own host names; retired ones too' })
export class ListTenantsCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(): Promise<void> {
    const tenants = await this.application.run((application) => application.get(TenantRetirement).list());
    const list = new PrintedList(
      ['slug', 'name', 'state', 'since', 'hosts'],
      'There is no society yet. `tenant apply` makes one.',
    );
    for (const { slug, name, status, createdAt, hosts } of tenants) {
      const state = status === 'active' ? 'active' : 'retired';
      list.row([slug, name, state, createdAt.toString(), hosts.join(' ')]);
    }
    list.end();
  }
}

@SubCommand({
  name: 'retire',
  arguments: '<slug>',
  argsDescription: { slug: 'the society, as `tenant list` shows it' },
  description: 'Let a society’s hosts answer as unknown; nothing is deleted',
})
export class RetireTenantCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run([slug = '']: string[], { withClaims = false }: { withClaims?: boolean }): Promise<void> {
    const isNew = await this.application.run((application) =>
      application.get(TenantRetirement).retire(slug, { acceptsClaims: withClaims }),
    );
    console.log(
      isNew
        ? `${slug} is retired: within half a minute nobody reaches it. Nothing was deleted; \`tenant restore ${slug}\` undoes it.`
        : `${slug} is retired already; nothing was changed.`,
    );
  }

  @Option({ flags: '--with-claims', description: 'also where learners have claimed already' })
  withClaims(): boolean {
    return true;
  }
}

@SubCommand({
  name: 'restore',
  arguments: '<slug>',
  argsDescription: { slug: 'the society, as `tenant list` shows it' },
  description: 'Undo `tenant retire`',
})
export class RestoreTenantCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run([slug = '']: string[]): Promise<void> {
    const isNew = await this.application.run((application) =>
      application.get(TenantRetirement).restore(slug),
    );
    console.log(
      isNew ? `${slug} is active again, as it was left.` : `${slug} is not retired; nothing was changed.`,
    );
  }
}

@Command({
  name: 'tenant',
  description: 'Societies',
  subCommands: [ApplyTenantCommand, ListTenantsCommand, RetireTenantCommand, RestoreTenantCommand],
})
export class TenantCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
