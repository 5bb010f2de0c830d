import { type DynamicModule, Module } from '@nestjs/common';
import type { Command } from 'commander';
import { InjectCommander } from 'nest-commander';
import { ConfigModule } from '../config/config.module.js';
import type { Environment } from '../config/environment.js';
import {
  ActivityCommand,
  ListActivitiesCommand,
  RestoreActivityCommand,
  RetireActivityCommand,
} from './activity.command.js';
import {
  ApiKeyCommand,
  CreateApiKeyCommand,
  ListApiKeysCommand,
  RevokeApiKeyCommand,
} from './api-key.command.js';
import { Application } from './application.js';
import {
  ClaimsCommand,
  DecideDocumentsCommand,
  ListClaimsCommand,
  ReissueClaimCommand,
  ReleaseClaimCommand,
  ReopenClaimCommand,
  RevokeClaimCommand,
} from './claims.command.js';
import { CollectCommand } from './collect.command.js';
import {
  ListMailsCommand,
  ListReportsCommand,
  MailsCommand,
  ReportsCommand,
  RetryMailsCommand,
  RetryReportsCommand,
} from './deliveries.command.js';
import { ImportCommand, ImportProgrammeCommand, ImportRegistrantsCommand } from './import.command.js';
import { LearnerCommand, SetLearnerPasswordCommand } from './learner.command.js';
import { MigrateCommand } from './migrate.command.js';
import {
  CreateStaffCommand,
  ListStaffCommand,
  RemoveStaffCommand,
  SetStaffPasswordCommand,
  StaffCommand,
} from './staff.command.js';
import {
  ApplyTenantCommand,
  ListTenantsCommand,
  RestoreTenantCommand,
  RetireTenantCommand,
  TenantCommand,
} from './tenant.command.js';

/** The commands. The application itself starts only for those that need it. */
@Module({})
export class CliModule {
  constructor(@InjectCommander() commander: Command) {
    // Else it would call itself after its file.
    commander.name('laurel');
  }

  static with(environment: Environment): DynamicModule {
    return {
      module: CliModule,
      imports: [ConfigModule.with(environment, 'command')],
      providers: [
        Application,
        LearnerCommand,
        SetLearnerPasswordCommand,
        MigrateCommand,
        StaffCommand,
        CreateStaffCommand,
        ListStaffCommand,
        RemoveStaffCommand,
        SetStaffPasswordCommand,
        ApiKeyCommand,
        CreateApiKeyCommand,
        ListApiKeysCommand,
        RevokeApiKeyCommand,
        ReportsCommand,
        ListReportsCommand,
        RetryReportsCommand,
        MailsCommand,
        ListMailsCommand,
        RetryMailsCommand,
        ClaimsCommand,
        ListClaimsCommand,
        ReleaseClaimCommand,
        RevokeClaimCommand,
        ReopenClaimCommand,
        ReissueClaimCommand,
        DecideDocumentsCommand,
        CollectCommand,
        ActivityCommand,
        ListActivitiesCommand,
        RetireActivityCommand,
        RestoreActivityCommand,
        TenantCommand,
        ApplyTenantCommand,
        ListTenantsCommand,
        RetireTenantCommand,
        RestoreTenantCommand,
        ImportCommand,
        ImportProgrammeCommand,
        ImportRegistrantsCommand,
      ],
    };
  }
}
