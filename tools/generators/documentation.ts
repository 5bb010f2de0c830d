import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../../apps/api/src/app.module.js';
import { Environment } from '../../apps/api/src/config/environment.js';
import { withParts } from './generated-parts.js';
import { importColumns } from './import-columns.js';
import { staffAccess } from './staff-access.js';
import { tenantFileReference } from './tenant-file-reference.js';

// npm run generate:docs, from the root of the project.
// Writes what the documentation says of the tenant file, of imported files and of roles, as the code has it.

const environment = Environment.from({ DATABASE_URL: 'postgresql://nobody@localhost/nothing' });
const application = await NestFactory.create(AppModule.with(environment, 'api'), new FastifyAdapter(), {
  preview: true,
  abortOnError: false,
  logger: ['error'],
});
const pages = {
  'docs/tenant-file.md': { 'tenant file': tenantFileReference(process.cwd()) },
  'docs/imports.md': {
    'programme columns': importColumns('programme'),
    'registrant columns': importColumns('registrants'),
  },
  'docs/roles.md': { roles: staffAccess(application) },
};
for (const [file, parts] of Object.entries(pages)) {
  await writeFile(file, await withParts(file, parts));
  console.log(`Wrote ${file}`);
}
