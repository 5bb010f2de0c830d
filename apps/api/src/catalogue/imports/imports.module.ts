import { Module } from '@nestjs/common';
import { ImportRunsService } from './import-runs.service.js';
import { ImportsController } from './imports.controller.js';
import { ProgrammeImportService } from './programme-import.service.js';
import { RegistrantImportService } from './registrant-import.service.js';

/** Programmes and registrants from files. */
@Module({
  controllers: [ImportsController],
  providers: [ImportRunsService, ProgrammeImportService, RegistrantImportService],
  exports: [ProgrammeImportService, RegistrantImportService],
})
export class ImportsModule {}
