import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities.module.js';
import { ImportRunsService } from './import-runs.service.js';
import { ImportsController } from './imports.controller.js';
import { ProgrammeImportService } from './programme-import.service.js';
import { RegistrantImportService } from './registrant-import.service.js';

/** Programmes and registrants from files. */
@Module({
  imports: [ActivitiesModule],
  controllers: [ImportsController],
  providers: [ImportRunsService, ProgrammeImportService, RegistrantImportService],
  exports: [ProgrammeImportService, RegistrantImportService],
})
export class ImportsModule {}
