import { randomBytes } from 'node:crypto';
import { isEmail } from 'class-validator';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { StaffService } from '../identity/staff.service.js';
import { type StaffRole, staffRoles } from '../identity/staff-roles.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { Application } from './application.js';
import { CommandFault } from './command-fault.js';

interface Options {
  tenant: string;
  email: string;
  name?: string;
  role: StaffRole;
  password?: string;
}

@SubCommand({ name: 'create', description: 'Let a person work for a society' })
export class CreateStaffCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], options: Options): Promise<void> {
    const password = options.password ?? randomBytes(12).toString('base64url');
    await this.application.run(async (application) => {
      const context = await application
        .get(TenantProfilesService)
        .operatorContext(options.tenant, 'staff create');
      await application.get(StaffService).create(context, {
        email: options.email,
        displayName: options.name ?? options.email,
        role: options.role,
        password,
      });
    });
    console.log(`${options.email} may sign in to ${options.tenant} as ${options.role}.`);
    if (options.password === undefined) console.log(`Password, shown this once: ${password}`);
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--email <email>', required: true })
  email(value: string): string {
    if (!isEmail(value)) throw new CommandFault(`"${value}" is not a mail address.`);
    return value.toLowerCase();
  }

  @Option({ flags: '--name <name>', description: 'as shown to colleagues' })
  name(value: string): string {
    return value;
  }

  @Option({ flags: '--role <role>', description: staffRoles.join(', '), defaultValue: 'admin' })
  role(value: string): StaffRole {
    const role = staffRoles.find((known) => known === value);
    if (role === undefined) throw new CommandFault(`A role is one of ${staffRoles.join(', ')}.`);
    return role;
  }

  @Option({ flags: '--password <password>', description: 'at least 10 characters; without it one is made' })
  password(value: string): string {
    if (value.length < 10) throw new CommandFault('A password needs at least 10 characters.');
    return value;
  }
}

@Command({ name: 'staff', description: 'People who work for a society', subCommands: [CreateStaffCommand] })
export class StaffCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
