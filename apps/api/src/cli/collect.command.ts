import { Command, CommandRunner, Option } from 'nest-commander';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { CollectService } from '../evidence/collect.service.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { Application } from './application.js';
import { CommandFault } from './command-fault.js';
import { readJson, readText } from './read-json.js';

interface Options {
  tenant: string;
  activity: string;
  plugin: string;
}

@Command({
  name: 'collect',
  arguments: '<file>',
  argsDescription: { file: 'JSON or CSV as the outside system would have sent it' },
  description: 'Take in what an outside system could not send, e.g. the flags of the mobile app',
})
export class CollectCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run([file]: string[], { tenant, activity, plugin }: Options): Promise<void> {
    const path = file ?? '';
    // The plugin is handed CSV as text, as it is when an outside system pushes it.
    const payload = /\.csv$/i.test(path) ? await readText(path) : await readJson(path);
    const { accepted, alreadyKnown, faults } = await this.application.run(async (application) => {
      const context = await application.get(TenantProfilesService).operatorContext(tenant, 'collect');
      const found = await application
        .get(TenantDatabase)
        .transaction(context, (manager) =>
          application.get(ActivitiesService).byCode(manager, context, activity),
        );
      if (found === null) throw new CommandFault(`${tenant} has no activity "${activity}".`);
      return application.get(CollectService).push(context, found.id, plugin, payload);
    });
    console.log(`${String(accepted)} new or newer, ${String(alreadyKnown)} known already.`);
    if (faults.length > 0) {
      throw new CommandFault(faults.map(({ path, reason }) => `${path}: ${reason}`).join('\n'));
    }
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--activity <code>', description: 'the code of the activity', required: true })
  activity(value: string): string {
    return value;
  }

  @Option({
    flags: '--plugin <key>',
    description: 'the step of its workflow that reads the file',
    required: true,
  })
  plugin(value: string): string {
    return value;
  }
}
