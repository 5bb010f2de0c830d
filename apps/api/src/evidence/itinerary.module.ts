import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../catalogue/programme/programme.module.js';
import { EvidenceModule } from './evidence.module.js';
import { ItineraryController } from './itinerary.controller.js';
import { ItineraryService } from './itinerary.service.js';

/** The learner's own list of sessions. */
@Module({
  imports: [EvidenceModule, ProgrammeModule],
  controllers: [ItineraryController],
  providers: [ItineraryService],
})
export class ItineraryModule {}
