import { Command, CommandRunner } from 'nest-commander';
import { QueryFailedError } from 'typeorm';
import { Environment } from '../config/environment.js';
import { migrate } from '../database/migrate.js';
import { CommandFault } from './command-fault.js';

@Command({ name: 'migrate', description: 'Bring the database to this version’s schema' })
export class MigrateCommand extends CommandRunner {
  constructor(private readonly environment: Environment) {
    super();
  }

  override async run(): Promise<void> {
    const ownerUrl = this.environment.databaseMigrationUrl;
    if (ownerUrl === undefined) {
      throw new CommandFault(
        'Set DATABASE_MIGRATION_URL to sign in as the owner of the tables, for example postgresql://laurel_owner:secret@db:5432/laurel.',
      );
    }
    const { applied } = await migrate(ownerUrl).catch((error: unknown) => {
      throw ownerFault(error) ?? error;
    });
    console.log(
      applied.length === 0
        ? 'The database is up to date.'
        : `Applied ${applied.length}: ${applied.join(', ')}`,
    );
  }
}

/** What is wrong with the role of DATABASE_MIGRATION_URL, which is not the one that Laurel runs as. */
const ownerFault = (error: unknown): CommandFault | null => {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const code: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : undefined;
  if (code === '28P01' || code === '28000') {
    return new CommandFault('PostgreSQL refused the name or password in DATABASE_MIGRATION_URL.');
  }
  if (code === '3D000')
    return new CommandFault('The database named in DATABASE_MIGRATION_URL does not exist.');
  if (code === '42501') {
    return new CommandFault(
      'The role in DATABASE_MIGRATION_URL may not change the tables. It must be their owner, such as laurel_owner, and not the role of DATABASE_URL.',
    );
  }
  return null;
};
