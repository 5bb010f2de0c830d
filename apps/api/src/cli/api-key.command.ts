import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { ApiKeysService } from '../identity/api-keys.service.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { Application } from './application.js';

interface Options {
  tenant: string;
  name: string;
  scope: string[];
}

@SubCommand({ name: 'create', description: 'Make a key for an outside system of a society' })
export class CreateApiKeyCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], { tenant, name, scope }: Options): Promise<void> {
    const { key } = await this.application.run(async (application) => {
      const context = await application.get(TenantProfilesService).operatorContext(tenant, 'api-key create');
      return application.get(ApiKeysService).create(context, { name, scopes: scope });
    });
    console.log(`Key "${name}" for ${tenant}, shown this once:\n${key}`);
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--name <name>', description: 'which system will use it', required: true })
  name(value: string): string {
    return value;
  }

  @Option({ flags: '--scope <scope...>', description: 'e.g. collect:app-flags', required: true })
  scope(value: string, earlier: string[] = []): string[] {
    return [...earlier, value];
  }
}

@Command({ name: 'api-key', description: 'Keys of outside systems', subCommands: [CreateApiKeyCommand] })
export class ApiKeyCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
