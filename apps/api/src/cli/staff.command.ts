import { randomBytes } from 'node:crypto';
import { isEmail } from 'class-validator';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { StaffService, type CreatedStaffMember } from '../identity/staff.service.js';
import { type StaffRole, staffRoles } from '../identity/staff-roles.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { Application } from './application.js';
import { CommandFault } from './command-fault.js';
import { PrintedList } from './printed-list.js';

interface TenantOptions {
  tenant: string;
}
interface PersonOptions extends TenantOptions {
  email: string;
}
interface CreateOptions extends PersonOptions {
  name?: string;
  role: StaffRole;
  password?: string;
}

/** What every command about staff is told. */
abstract class StaffOfTenantCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  protected work<Result>(
    tenant: string,
    verb: string,
    work: (staff: StaffService, context: TenantContext) => Promise<Result>,
  ): Promise<Result> {
    return this.application.run(async (application) => {
      const context = await application.get(TenantProfilesService).operatorContext(tenant, `staff ${verb}`);
      return work(application.get(StaffService), context);
    });
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }
}

abstract class StaffPersonCommand extends StaffOfTenantCommand {
  @Option({ flags: '--email <email>', required: true })
  email(value: string): string {
    if (!isEmail(value)) throw new CommandFault(`"${value}" is not a mail address.`);
    return value.toLowerCase();
  }
}

const atLeastTen = (value: string): string => {
  if (value.length < 10) throw new CommandFault('A password needs at least 10 characters.');
  return value;
};

@SubCommand({ name: 'create', description: 'Let a person work for a society, or change their role' })
export class CreateStaffCommand extends StaffPersonCommand {
  constructor(application: Application) {
    super(application);
  }

  override async run(_parameters: string[], options: CreateOptions): Promise<void> {
    const { tenant, email, role, name = email, password } = options;
    const created = await this.work(tenant, 'create', (staff, context) =>
      staff.create(context, { email, displayName: name, role, password }),
    );
    for (const line of createdInWords(options, created)) console.log(line);
  }

  @Option({ flags: '--name <name>', description: 'as shown to colleagues' })
  name(value: string): string {
    return value;
  }

  @Option({ flags: '--role <role>', description: staffRoles.join(', '), required: true })
  role(value: string): StaffRole {
    const role = staffRoles.find((known) => known === value);
    if (role === undefined) throw new CommandFault(`A role is one of ${staffRoles.join(', ')}.`);
    return role;
  }

  @Option({
    flags: '--password <password>',
    description: 'of a new account, at least 10 characters; without it one is made',
  })
  password(value: string): string {
    return atLeastTen(value);
  }
}

const createdInWords = (
  { email, tenant, role, password }: CreateOptions,
  { outcome, madePassword }: CreatedStaffMember,
): string[] => {
  const may = `${email} may sign in to ${tenant} as ${role}`;
  const said = {
    created: `${may}.`,
    changed: `${may} from now on.`,
    unchanged: `${may} already; nothing was changed.`,
  }[outcome];
  if (madePassword !== null) return [said, `Password, shown this once: ${madePassword}`];
  if (password !== undefined) return [said];
  return [said, 'The account keeps its password; `staff set-password` sets another one.'];
};

@SubCommand({ name: 'list', description: 'Who works for a society, and as what' })
export class ListStaffCommand extends StaffOfTenantCommand {
  constructor(application: Application) {
    super(application);
  }

  override async run(_parameters: string[], { tenant }: TenantOptions): Promise<void> {
    const rows = await this.work(tenant, 'list', (staff, context) => staff.list(context));
    const list = new PrintedList(
      ['mail address', 'role', 'name', 'since'],
      `Nobody works for ${tenant} yet. \`staff create\` lets somebody.`,
    );
    for (const { email, role, displayName, since } of rows) {
      list.row([email, role, displayName, since.toString()]);
    }
    list.end();
  }
}

@SubCommand({ name: 'remove', description: 'End a person’s work for a society, at once' })
export class RemoveStaffCommand extends StaffPersonCommand {
  constructor(application: Application) {
    super(application);
  }

  override async run(_parameters: string[], { tenant, email }: PersonOptions): Promise<void> {
    await this.work(tenant, 'remove', (staff, context) => staff.remove(context, email));
    console.log(`${email} does not work for ${tenant} any more, and is signed out of it.`);
  }
}

@SubCommand({ name: 'set-password', description: 'A new password for somebody who works for a society' })
export class SetStaffPasswordCommand extends StaffPersonCommand {
  constructor(application: Application) {
    super(application);
  }

  override async run(
    _parameters: string[],
    { tenant, email, password }: PersonOptions & { password?: string },
  ): Promise<void> {
    const chosen = password ?? randomBytes(12).toString('base64url');
    await this.work(tenant, 'set-password', (staff, context) => staff.setPassword(context, email, chosen));
    console.log(`${email} has a new password, in every society they work for, and is signed out of all.`);
    if (password === undefined) console.log(`Password, shown this once: ${chosen}`);
  }

  @Option({ flags: '--password <password>', description: 'at least 10 characters; without it one is made' })
  password(value: string): string {
    return atLeastTen(value);
  }
}

@Command({
  name: 'staff',
  description: 'People who work for a society',
  subCommands: [CreateStaffCommand, ListStaffCommand, RemoveStaffCommand, SetStaffPasswordCommand],
})
export class StaffCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
