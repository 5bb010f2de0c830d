import { randomBytes } from 'node:crypto';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { type LearnerName, LearnerLogins } from '../identity/passwords/learner-logins.service.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { Application } from './application.js';
import { CommandFault } from './command-fault.js';

interface Options {
  tenant: string;
  member?: string;
  email?: string;
  username: string;
  password?: string;
}

@SubCommand({ name: 'set-password', description: 'Give a learner a username and a password' })
export class SetLearnerPasswordCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], options: Options): Promise<void> {
    const learner = learnerOf(options);
    const password = options.password ?? randomBytes(12).toString('base64url');
    await this.application.run(async (application) => {
      const context = await application
        .get(TenantProfilesService)
        .operatorContext(options.tenant, 'learner set-password');
      await application.get(LearnerLogins).set(context, { learner, username: options.username, password });
    });
    console.log(`${options.username} may sign in to ${options.tenant} with a password.`);
    if (options.password === undefined) console.log(`Password, shown this once: ${password}`);
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--member <number>', description: 'the learner by member number …' })
  member(value: string): string {
    return value;
  }

  @Option({ flags: '--email <email>', description: '… or by mail address' })
  email(value: string): string {
    return value;
  }

  @Option({ flags: '--username <username>', required: true })
  username(value: string): string {
    if (value.trim() === '' || value.length > 254)
      throw new CommandFault('A username has 1 to 254 characters.');
    return value;
  }

  @Option({ flags: '--password <password>', description: 'at least 10 characters; without it one is made' })
  password(value: string): string {
    if (value.length < 10) throw new CommandFault('A password needs at least 10 characters.');
    return value;
  }
}

function learnerOf({ member, email }: Options): LearnerName {
  if (member !== undefined) return { memberNumber: member };
  if (email !== undefined) return { email };
  throw new CommandFault('Say whose password it is: --member or --email.');
}

@Command({ name: 'learner', description: 'People a society knows', subCommands: [SetLearnerPasswordCommand] })
export class LearnerCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
