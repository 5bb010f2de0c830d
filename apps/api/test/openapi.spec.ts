import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { ACCESS } from '../src/identity/access.decorator.js';
import { type TestApp, startTestApp } from './testing-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await app.createTenant('alpha');
}, 60_000);
afterAll(() => app.stop());

describe('the contract', () => {
  it('is what apps/api/openapi.json says (npm run generate:api writes it anew)', async () => {
    const golden: unknown = JSON.parse(await readFile('apps/api/openapi.json', 'utf8'));
    const { status, body } = await app.client('alpha').get('/api/docs/json');
    expect(status).toBe(200);
    expect(body).toEqual(golden);
  });

  it('names every operation once, says what it is for and which refusals it knows', async () => {
    const { body } = await app.client('alpha').get('/api/docs/json');
    const operations = Object.entries<Record<string, Operation>>(Object(body).paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
    );
    expect(operations.length).toBeGreaterThan(10);
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([]);
    expect(operations.filter(({ summary }) => !summary).map(({ path }) => path)).toEqual([]);
    const withoutRefusals = operations.filter(
      ({ path, responses }) =>
        path.startsWith('/api/') && !Object.keys(responses).some((status) => status.startsWith('4')),
    );
    expect(withoutRefusals.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  it('is read at /api/docs', async () => {
    const page = await app.client('alpha').get('/api/docs');
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('swagger-ui') });
  });

  it('leaves no route without a rule about who may call it', () => {
    const reflector = app.app.get(Reflector);
    const scanner = new MetadataScanner();
    const controllers = [...app.app.get(ModulesContainer).values()].flatMap((module) => [
      ...module.controllers.values(),
    ]);
    const open = controllers.flatMap(({ instance, metatype }) =>
      scanner
        .getAllMethodNames(Object.getPrototypeOf(instance))
        .map((name) => ({ name: `${metatype?.name}.${name}`, handler: Reflect.get(Object(instance), name) }))
        .filter(({ handler }) => Reflect.hasMetadata('path', handler))
        .filter(({ handler }) =>
          [handler, metatype].every(
            (target) => target === null || reflector.get(ACCESS, target) === undefined,
          ),
        ),
    );
    expect(controllers.length).toBeGreaterThan(5);
    expect(open.map(({ name }) => name)).toEqual([]);
  });
});

interface Operation {
  operationId: string;
  summary?: string;
  responses: Record<string, unknown>;
}
