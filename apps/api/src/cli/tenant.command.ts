import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { TenantSetupService, type AppliedTenant } from '../operator/tenant-setup.service.js';
import { Application } from './application.js';
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

@Command({ name: 'tenant', description: 'Societies', subCommands: [ApplyTenantCommand] })
export class TenantCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
