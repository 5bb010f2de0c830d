import 'reflect-metadata';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import openapiTypes, { astToString } from 'openapi-typescript';
import { AppModule } from '../../apps/api/src/app.module.js';
import { Environment } from '../../apps/api/src/config/environment.js';
import { openApiDocument } from '../../apps/api/src/http/openapi.js';
import { PORTAL_WORDS_FILE, portalWords } from './portal-words.js';

// npm run generate:api
// Writes the API's contract as the code describes it: the golden file, and the client's types.

/** The contract without a database or a server: Nest only looks at the controllers. */
async function documentFromCode(): Promise<OpenAPIObject> {
  const environment = Environment.from({ DATABASE_URL: 'postgresql://nobody@localhost/nothing' });
  const app = await NestFactory.create(AppModule.with(environment, 'api'), new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: ['error'],
  });
  return openApiDocument(app);
}

/** Types of the client: paths as they are, and each schema under its plain name (`CartDto` is `Cart`). */
async function typesOf(document: OpenAPIObject): Promise<string> {
  const schema = astToString(await openapiTypes(JSON.stringify(document), { alphabetize: true }));
  const names = Object.keys(document.components?.schemas ?? {}).sort();
  const aliases = names.map(
    (name) => `export type ${name.replace(/Dto$/, '')} = components['schemas']['${name}'];`,
  );
  return ['// Written by `npm run generate:api`; do not edit.', schema, ...aliases, ''].join('\n');
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  console.log(`Wrote ${file}`);
}

const document = await documentFromCode();
await write('apps/api/openapi.json', `${JSON.stringify(document, null, 2)}\n`);
// What a tenant file may reword. The API knows the keys alone; what they say is the portal's.
await write(PORTAL_WORDS_FILE, await portalWords());
await write('libs/api-client/src/schema.generated.ts', await typesOf(document));
