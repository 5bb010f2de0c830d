import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { TenantSetupService } from '../operator/tenant-setup.service.js';
import { Application } from './application.js';
import { readJson } from './read-json.js';

interface ApplyTenantOptions {
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

  override async run([file]: string[], { replaceWorkflows = false }: ApplyTenantOptions): Promise<void> {
    const raw = await readJson(file ?? '');
    const tenant = await this.application.run((application) =>
      application.get(TenantSetupService).apply(raw, { replacesWorkflows: replaceWorkflows }),
    );
    console.log(`${tenant.name} (${tenant.slug}) is as the file says.`);
  }

  @Option({
    flags: '--replace-workflows',
    description: 'put the file’s workflows in the place of those that staff changed since',
  })
  replaceWorkflows(): boolean {
    return true;
  }
}

@Command({ name: 'tenant', description: 'Societies', subCommands: [ApplyTenantCommand] })
export class TenantCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
