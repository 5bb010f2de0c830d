import type { INestApplicationContext } from '@nestjs/common';
import { claimStates, type ClaimState } from '@laurel/credit';
import { isUUID } from 'class-validator';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { ClaimActionsService } from '../claims/claim-actions.service.js';
import { ClaimDocumentsService } from '../claims/claim-documents.service.js';
import { StaffClaimsService } from '../claims/staff-claims.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { isSearchable } from '../learners/found-learners.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { Application } from './application.js';
import { CommandFault } from './command-fault.js';
import { PrintedList } from './printed-list.js';

interface ListOptions {
  tenant: string;
  search?: string;
  activity?: string;
  state?: ClaimState;
}

@SubCommand({ name: 'list', description: 'Submitted claims, the newest first' })
export class ListClaimsCommand extends CommandRunner {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], { tenant, activity, state, search }: ListOptions): Promise<void> {
    await this.application.run(async (application) => {
      const context = await application.get(TenantProfilesService).operatorContext(tenant, 'claims list');
      const activityId =
        activity === undefined ? undefined : await activityIdOf(application, context, activity);
      const filter = {
        ...(state === undefined ? {} : { state }),
        ...(activityId === undefined ? {} : { activityId }),
        ...(search === undefined ? {} : { search }),
      };
      const isFiltered = Object.keys(filter).length > 0;
      const list = new PrintedList(
        ['id', 'activity', 'badge', 'learner', 'state', 'submitted'],
        `${tenant} has no ${isFiltered ? 'such claims' : 'submitted claims'}.`,
      );
      let cursor: string | null = null;
      do {
        const page = await application
          .get(StaffClaimsService)
          .list(context, { ...filter, ...(cursor === null ? {} : { cursor }), limit: 100 });
        for (const { id, activity: at, learner, state: stands, submittedAt, faults } of page.items) {
          list.row([id, at.code, learner.badge ?? '-', learner.name, stands, submittedAt ?? ''], faults);
        }
        cursor = page.nextCursor;
      } while (cursor !== null);
      list.end();
    });
  }

  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--activity <code>', description: 'only of this activity' })
  activity(value: string): string {
    return value;
  }

  @Option({ flags: '--search <text>', description: 'a badge or member number, or a part of the name' })
  search(value: string): string {
    if (!isSearchable(value))
      throw new CommandFault('Search for two characters of a badge or name at least.');
    return value;
  }

  @Option({ flags: '--state <state>', description: claimStates.slice(1).join(', ') })
  state(value: string): ClaimState {
    const state = claimStates.slice(1).find((known) => known === value);
    if (state === undefined) throw new CommandFault(`A state is one of ${claimStates.slice(1).join(', ')}.`);
    return state;
  }
}

async function activityIdOf(
  application: INestApplicationContext,
  context: TenantContext,
  code: string,
): Promise<string> {
  const found = await application
    .get(TenantDatabase)
    .transaction(context, (manager) => application.get(ActivitiesService).byCode(manager, context, code));
  if (found === null) throw new CommandFault(`${context.tenant.slug} has no activity "${code}".`);
  return found.id;
}

interface ActionOptions {
  tenant: string;
  claim: string;
  reason: string;
}

/** What all actions share: the society, the claim, the reason. */
abstract class ClaimReasonCommand extends CommandRunner {
  @Option({ flags: '--tenant <slug>', description: 'the society', required: true })
  tenant(value: string): string {
    return value;
  }

  @Option({ flags: '--claim <id>', description: 'as `claims list` shows it', required: true })
  claim(value: string): string {
    if (!isUUID(value)) throw new CommandFault(`"${value}" is not the id of a claim.`);
    return value;
  }

  @Option({ flags: '--reason <text>', description: 'why, in 3 to 500 characters', required: true })
  reason(value: string): string {
    const reason = value.trim();
    if (reason.length < 3 || reason.length > 500) throw new CommandFault('A reason has 3 to 500 characters.');
    return reason;
  }
}

/** An action on the claim itself. */
abstract class ClaimActionCommand extends ClaimReasonCommand {
  protected abstract readonly verb: 'release' | 'revoke' | 'reopen';
  protected abstract readonly done: string;

  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], { tenant, claim, reason }: ActionOptions): Promise<void> {
    const { verb } = this;
    await this.application.run(async (application) => {
      const context = await application.get(TenantProfilesService).operatorContext(tenant, `claims ${verb}`);
      await application.get(ClaimActionsService)[verb](context, claim, reason);
    });
    console.log(this.done);
  }
}

@SubCommand({ name: 'release', description: 'Let a held claim stand' })
export class ReleaseClaimCommand extends ClaimActionCommand {
  protected readonly verb = 'release';
  protected readonly done = 'The claim stands. Its certificates can be made, and its reports are sent.';

  constructor(application: Application) {
    super(application);
  }
}

@SubCommand({ name: 'revoke', description: 'End a claim in force and its certificates' })
export class RevokeClaimCommand extends ClaimActionCommand {
  protected readonly verb = 'revoke';
  protected readonly done = 'The claim and its certificates are revoked. The learner may claim anew.';

  constructor(application: Application) {
    super(application);
  }
}

@SubCommand({ name: 'reopen', description: 'Open a claim again for its learner' })
export class ReopenClaimCommand extends ClaimActionCommand {
  protected readonly verb = 'reopen';
  protected readonly done = 'The claim is open again; until it is submitted anew it stands as it is.';

  constructor(application: Application) {
    super(application);
  }
}

@SubCommand({ name: 'reissue', description: 'Issue a claim’s certificates again with a corrected name' })
export class ReissueClaimCommand extends ClaimReasonCommand {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(_parameters: string[], { tenant, claim, reason }: ActionOptions): Promise<void> {
    await this.application.run(async (application) => {
      const context = await application.get(TenantProfilesService).operatorContext(tenant, 'claims reissue');
      await application.get(ClaimDocumentsService).reissue(context, claim, reason);
    });
    console.log('The certificates are printed again; the earlier ones say that they were replaced, and why.');
  }
}

@SubCommand({
  name: 'decide-documents',
  description:
    'Say what the workflow in force now would change about a claim’s documents; with --apply, do it',
})
export class DecideDocumentsCommand extends ClaimReasonCommand {
  constructor(private readonly application: Application) {
    super();
  }

  override async run(
    _parameters: string[],
    { tenant, claim, reason, apply }: ActionOptions & { apply?: boolean },
  ): Promise<void> {
    const changes = await this.application.run(async (application) => {
      const context = await application
        .get(TenantProfilesService)
        .operatorContext(tenant, 'claims decide-documents');
      const documents = application.get(ClaimDocumentsService);
      return apply === true
        ? documents.decideAnew(context, claim, reason)
        : documents.previewAnew(context, claim);
    });
    for (const { title, change, differences, reasons, certificateNumber } of changes) {
      console.log([title, change, certificateNumber ?? '-', differences.join(', ')].join('\t'));
      for (const { text } of reasons) console.log(`  ${text}`);
    }
    if (apply !== true) console.log('(a preview; nothing was changed)');
  }

  @Option({ flags: '--apply', description: 'change it, instead of saying what would change' })
  apply(): boolean {
    return true;
  }
}

@Command({
  name: 'claims',
  description: 'Claims after their submission',
  subCommands: [
    ListClaimsCommand,
    ReleaseClaimCommand,
    RevokeClaimCommand,
    ReopenClaimCommand,
    ReissueClaimCommand,
    DecideDocumentsCommand,
  ],
})
export class ClaimsCommand extends CommandRunner {
  override async run(): Promise<void> {
    this.command.help();
  }
}
