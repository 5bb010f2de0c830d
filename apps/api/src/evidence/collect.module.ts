import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../catalogue/activities.module.js';
import { ProgrammeModule } from '../catalogue/programme/programme.module.js';
import { LearnersModule } from '../learners/learners.module.js';
import { WorkflowModule } from '../workflow/workflow.module.js';
import { CollectController } from './collect.controller.js';
import { CollectService } from './collect.service.js';
import { CollectedItems } from './collected-items.service.js';
import { EvidenceModule } from './evidence.module.js';
import { HookMessagesPurge } from './hook-messages.purge.js';
import { HooksController } from './hooks.controller.js';
import { HooksService } from './hooks.service.js';
import { PollsController } from './polls.controller.js';
import { PollsService } from './polls.service.js';

/** What outside systems push: flags of the mobile app, completions, memberships. */
@Module({
  imports: [ActivitiesModule, EvidenceModule, LearnersModule, ProgrammeModule, WorkflowModule],
  controllers: [CollectController, HooksController, PollsController],
  providers: [CollectService, CollectedItems, HookMessagesPurge, HooksService, PollsService],
})
export class CollectModule {}
