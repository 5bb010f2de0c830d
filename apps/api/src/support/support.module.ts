import { Module } from '@nestjs/common';
import { ClaimsModule } from '../claims/claims.module.js';
import { LearnersModule } from '../learners/learners.module.js';
import { SupportRequestsController } from './support-requests.controller.js';
import { SupportRequestsService } from './support-requests.service.js';

/** Questions of learners to the society's desk. */
@Module({
  imports: [ClaimsModule, LearnersModule],
  controllers: [SupportRequestsController],
  providers: [SupportRequestsService],
})
export class SupportModule {}
