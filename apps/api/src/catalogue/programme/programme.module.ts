import { Module } from '@nestjs/common';
import { ProgrammeService } from './programme.service.js';

/** The programme alone, without HTTP: what the workflow, evidence and evaluations look offerings up in. */
@Module({ providers: [ProgrammeService], exports: [ProgrammeService] })
export class ProgrammeModule {}
