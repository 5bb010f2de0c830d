import { Module } from '@nestjs/common';
import { EvidenceService } from './evidence.service.js';

/** Evidence alone, without HTTP: what the workflow decides on. */
@Module({ providers: [EvidenceService], exports: [EvidenceService] })
export class EvidenceModule {}
