import { Command, CommandRunner } from 'nest-commander';
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
    const { applied } = await migrate(ownerUrl);
    console.log(
      applied.length === 0
        ? 'The database is up to date.'
        : `Applied ${applied.length}: ${applied.join(', ')}`,
    );
  }
}
