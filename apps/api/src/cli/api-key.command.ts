import { isUUID } from 'class-validator';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { ApiKeysService } from '../identity/api-keys.service.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { PluginRegistry } from '../workflow/steps/plugin-registry.js';
import { Application } from './application.js';
import { CommandFault } from './command-fault.js';
import { PrintedList } from './printed-list.js';

interface TenantOptions {
  tenant: string;
}
interface CreateOptions extends TenantOptions {
  name: string;
  scope: string[];
}

@SubCommand({ name: 'create', description: 'Make a key for an outside system of a society' })
export class CreateApiKeyCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], { tenant, name, scope }: CreateOptions): Promise<void> {
    const { id, key } = await this.application.run(async (application) => {
      refuseUnknown(scope, application.get(PluginRegistry));
      const context = await application.get(TenantProfilesService).operatorContext(tenant, 'api-key create');
      return application.get(ApiKeysService).create(context, { name, scopes: scope });
    });
    console.log(`Key "${name}" (${id}) for ${tenant}, shown this once:\n${key}`);
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

/** A key with a mistyped scope would be refused later, where nobody says why. */
const refuseUnknown = (scopes: readonly string[], plugins: PluginRegistry): void => {
  const known = plugins
    .all()
    .filter((plugin) => plugin.collect !== undefined)
    .map(({ key }) => `collect:${key}`);
  const unknown = scopes.filter((scope) => !known.includes(scope));
  if (unknown.length === 0) return;
  const named = unknown.map((scope) => `"${scope}"`).join(', ');
  throw new CommandFault(`There is no scope ${named}. There are: ${known.join(', ')}.`);
};

@SubCommand({ name: 'list', description: 'The keys of a society, without the keys themselves' })
export class ListApiKeysCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], { tenant }: TenantOptions): Promise<void> {
    const keys = await this.application.run(async (application) => {
      const context = await application.get(TenantProfilesService).operatorContext(tenant, 'api-key list');
      return application.get(ApiKeysService).list(context);
    });
    const list = new PrintedList(['id', 'name', 'scopes', 'made', 'stands'], `${tenant} has no keys.`);
    for (const { id, name, scopes, createdAt, revokedAt } of keys) {
      const stands = revokedAt === null ? 'in force' : `revoked ${revokedAt.toString()}`;
      list.row([id, name, scopes.join(' '), createdAt.toString(), stands]);
    }
    list.end();
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }
}

@SubCommand({ name: 'revoke', description: 'End a key at once' })
export class RevokeApiKeyCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], { tenant, key }: TenantOptions & { key: string }): Promise<void> {
    await this.application.run(async (application) => {
      const context = await application.get(TenantProfilesService).operatorContext(tenant, 'api-key revoke');
      await application.get(ApiKeysService).revoke(context, key);
    });
    console.log('The key is revoked.');
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--key <id>', description: 'as `api-key list` shows it', required: true })
  key(value: string): string {
    if (!isUUID(value)) throw new CommandFault(`"${value}" is not the id of a key.`);
    return value;
  }
}

@Command({
  name: 'api-key',
  description: 'Keys of outside systems',
  subCommands: [CreateApiKeyCommand, ListApiKeysCommand, RevokeApiKeyCommand],
})
export class ApiKeyCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
