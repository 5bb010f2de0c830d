import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { TenantSetupService } from '../operator/tenant-setup.service.js';
import { Application } from './application.js';
import { readJson } from './read-json.js';

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

  override async run([file]: string[]): Promise<void> {
    const raw = await readJson(file ?? '');
    const tenant = await this.application.run((application) =>
      application.get(TenantSetupService).apply(raw),
    );
    console.log(`${tenant.name} (${tenant.slug}) is as the file says.`);
  }
}

@Command({ name: 'tenant', description: 'Societies', subCommands: [ApplyTenantCommand] })
export class TenantCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
