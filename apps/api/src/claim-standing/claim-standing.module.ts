import { Module } from '@nestjs/common';
import { ClaimStandingService } from './claim-standing.service.js';

/** How claims stand, below everything that works from them. */
@Module({ providers: [ClaimStandingService], exports: [ClaimStandingService] })
export class ClaimStandingModule {}
