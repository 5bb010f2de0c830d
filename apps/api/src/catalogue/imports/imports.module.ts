import multipart from '@fastify/multipart';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
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
export class ImportsModule implements OnModuleInit {
  constructor(private readonly adapterHost: HttpAdapterHost) {}

  /** Uploads are the imports' alone; without a server, as on the command line, there is nothing to set up. */
  async onModuleInit(): Promise<void> {
    const fastify: FastifyInstance | null | undefined = this.adapterHost.httpAdapter?.getInstance();
    if (fastify === undefined || fastify === null || typeof fastify.register !== 'function') return;
    if (!fastify.hasContentTypeParser('multipart/form-data')) await fastify.register(multipart);
  }
}
