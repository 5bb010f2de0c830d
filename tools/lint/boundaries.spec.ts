import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..', '..');

/** docs/architecture.md in the words of aliases: who may import what. Everything else is forbidden. */
const mayImport: Record<string, string[]> = {
  'libs/credit/src': [],
  'libs/plugin-kit/src': ['@laurel/credit'],
  'plugins/overlap/src': ['@laurel/plugin-kit', '@laurel/credit'],
  'libs/certificate-renderer/src': [],
  'libs/api-client/src': [],
  'libs/ui/src': ['@laurel/api-client', '@laurel/credit'],
  'apps/portal/src': ['@laurel/api-client', '@laurel/credit', '@laurel/ui'],
  'apps/api/src/claims': [
    '@laurel/credit',
    '@laurel/plugin-kit',
    '@laurel/certificate-renderer',
    '@laurel/api-client',
  ],
};
const aliases: Record<string, string> = {
  '@laurel/credit': 'libs/credit/src',
  '@laurel/plugin-kit': 'libs/plugin-kit/src',
  '@laurel/certificate-renderer': 'libs/certificate-renderer/src',
  '@laurel/api-client': 'libs/api-client/src',
  '@laurel/ui': 'libs/ui/src',
  '@laurel/plugins/overlap': 'plugins/overlap/src',
  '@laurel/plugins/award': 'plugins/award/src',
};

const NX = '@nx/enforce-module-boundaries';

/** File, what it says, and the rule that refuses it; `undefined` where it must pass. */
type Case = [file: string, code: string, rule: string | undefined];

const byAlias: Case[] = Object.entries(mayImport).flatMap(([folder, allowed]) =>
  Object.entries(aliases)
    .filter(([, target]) => target !== folder)
    .map(([alias]): Case => {
      const name = `uses-${alias.replace(/\W+/g, '-')}.ts`;
      // Nx knows projects, not files: that only plugins.ts may import plugins is a house rule.
      const isPluginInApi = folder.startsWith('apps/api/') && alias.startsWith('@laurel/plugins/');
      const rule = isPluginInApi ? 'laurel/plugins-list' : NX;
      return [`${folder}/${name}`, `export * from '${alias}';`, allowed.includes(alias) ? undefined : rule];
    }),
);

const houseRules: Case[] = [
  ['libs/credit/src/by-path.ts', `export * from '../../plugin-kit/src/index.js';`, NX],
  [
    'libs/credit/src/with-framework.ts',
    `import { Injectable } from '@nestjs/common'; export { Injectable };`,
    NX,
  ],
  ['plugins/overlap/src/with-typeorm.ts', `import { Entity } from 'typeorm'; export { Entity };`, NX],
  ['plugins/overlap/src/with-angular.ts', `import { signal } from '@angular/core'; export { signal };`, NX],
  ['plugins/overlap/src/other-by-path.ts', `export * from '../../award/src/index.js';`, NX],
  [
    'libs/certificate-renderer/src/with-nest.ts',
    `import { Module } from '@nestjs/common'; export { Module };`,
    NX,
  ],
  [
    'apps/api/src/plugins.ts',
    `import { value } from '@laurel/plugins/overlap'; export const list = [value];`,
    undefined,
  ],
  [
    'apps/api/src/claims/dynamic.ts',
    `export const load = () => import('@laurel/plugins/overlap');`,
    'laurel/plugins-list',
  ],
  [
    'apps/api/src/claims/source.ts',
    `import { DataSource } from 'typeorm'; export { DataSource };`,
    'laurel/one-database-door',
  ],
  [
    'apps/api/src/claims/runner.ts',
    `import type { QueryRunner } from 'typeorm'; export type { QueryRunner };`,
    'laurel/one-database-door',
  ],
  [
    'apps/api/src/claims/repository.ts',
    `import { InjectRepository as Inject } from '@nestjs/typeorm'; export { Inject };`,
    'laurel/one-database-door',
  ],
  [
    'apps/api/src/claims/manager.ts',
    `import type { EntityManager } from 'typeorm'; export type { EntityManager };`,
    undefined,
  ],
  [
    'apps/api/src/database/source.ts',
    `import { DataSource } from 'typeorm'; export { DataSource };`,
    undefined,
  ],
  [
    'apps/api/src/claims/foreign.ts',
    `import { Learner } from '../learners/learner.entity.js'; export { Learner };`,
    'laurel/feature-entities',
  ],
  ['apps/api/src/claims/own.ts', `import { Claim } from './claim.entity.js'; export { Claim };`, undefined],
  [
    'apps/api/src/database/all.ts',
    `import { Claim } from '../claims/claim.entity.js'; export { Claim };`,
    undefined,
  ],
  [
    'apps/api/src/claims/line.entity.ts',
    `import { Learner } from '../learners/learner.entity.js'; export { Learner };`,
    undefined,
  ],
  [
    'apps/api/src/claims/tooled.ts',
    `export * from '../../../../tools/demo/names.js';`,
    'laurel/no-tools-in-products',
  ],
  ['apps/api/src/operator/load-demo.ts', `export * from '../../../../tools/demo/names.js';`, undefined],
  ['apps/api/src/claims/tooled.spec.ts', `export * from '../../../../tools/demo/names.js';`, undefined],
  [
    'apps/portal/src/reaches-in.ts',
    `export * from '../../api/src/plugins.js';`,
    'laurel/no-product-internals',
  ],
  ['apps/e2e/journey.spec.ts', `export * from '../../tools/demo/names.js';`, undefined],
  [
    'apps/api/src/claims/a.ts',
    `import { b } from './b.js'; export const a = 1 + b;`,
    'laurel/no-import-cycle',
  ],
  [
    'apps/api/src/claims/b.ts',
    `import { a } from './a.js'; export const b = 1 + a;`,
    'laurel/no-import-cycle',
  ],
  ['apps/api/src/claims/c.ts', `import type { D } from './d.js'; export class C { d?: D }`, undefined],
  ['apps/api/src/claims/d.ts', `import { C } from './c.js'; export class D extends C {}`, undefined],
  [
    'libs/credit/src/any.ts',
    `export const a = (b: unknown) => b as any;`, // a sample that must be refused
    '@typescript-eslint/no-explicit-any',
  ],
  [
    'libs/credit/src/bang.ts',
    `export const a = (b?: number) => b!;`,
    '@typescript-eslint/no-non-null-assertion',
  ],
  [
    'libs/credit/src/switched-off.ts',
    `// eslint-disable-next-line eqeqeq\nexport const a = (b: number) => b == 1;`, // must be refused: it gives no reason
    'laurel/disable-needs-reason',
  ],
  [
    'libs/credit/src/reasoned.ts',
    `// eslint-disable-next-line eqeqeq -- null and undefined both mean absent here\nexport const a = (b?: number | null) => b == undefined;`, // must pass: it gives one
    undefined,
  ],
  ['libs/credit/src/swallowed.ts', `try { console.log(1); } catch {}\nexport {};`, 'no-empty'],
];

describe('lint holds the boundaries', () => {
  const sandbox = mkdtempSync(path.join(tmpdir(), 'laurel-lint-'));
  let found: Record<string, string[]>;

  const write = (file: string, content: string): void => {
    mkdirSync(path.dirname(path.join(sandbox, file)), { recursive: true });
    writeFileSync(path.join(sandbox, file), content);
  };

  beforeAll(() => {
    for (const name of [
      'eslint.config.mjs',
      'nx.json',
      'package.json',
      'package-lock.json',
      'tsconfig.base.json',
      'tools/lint',
    ]) {
      cpSync(path.join(root, name), path.join(sandbox, name), { recursive: true });
    }
    rmSync(path.join(sandbox, 'tools/lint/boundaries.spec.ts'));
    symlinkSync(path.join(root, 'node_modules'), path.join(sandbox, 'node_modules'));
    for (const folder of projectFolders()) {
      const file = path.join(folder, 'project.json');
      if (existsSync(path.join(root, file))) write(file, readFileSync(path.join(root, file), 'utf8'));
    }
    for (const key of ['overlap', 'award']) {
      write(`plugins/${key}/project.json`, JSON.stringify({ name: `plugin-${key}`, tags: ['scope:plugin'] }));
    }
    for (const folder of Object.values(aliases)) write(`${folder}/index.ts`, 'export const value = 1;');
    write('tools/demo/names.ts', 'export const names = [];');
    write('apps/api/src/claims/claim.entity.ts', 'export class Claim {}');
    write('apps/api/src/learners/learner.entity.ts', 'export class Learner {}');
    const cases = [...byAlias, ...houseRules];
    // Apart, because a forbidden import may close a circle of projects through an allowed one.
    const isAllowed = ([, , rule]: Case): boolean => rule === undefined;
    found = { ...lintCases(cases.filter((one) => !isAllowed(one))), ...lintCases(cases.filter(isAllowed)) };
  }, 120_000);

  function lintCases(cases: readonly Case[]): Record<string, string[]> {
    for (const [file, code] of cases) write(file, `${code}\n`);
    const files = cases.map(([file]) => file);
    const results = lint(sandbox, files);
    for (const file of files) rmSync(path.join(sandbox, file));
    return results;
  }

  afterAll(() => rmSync(sandbox, { recursive: true, force: true }));

  it.each([...byAlias, ...houseRules])('%s', (file, _, rule) => {
    const boundaryRules = (found[file] ?? ['not linted']).filter(
      (id) => !id.startsWith('@typescript-eslint/no-un'),
    );
    if (rule === undefined) expect(boundaryRules).toEqual([]);
    else expect(boundaryRules).toContain(rule);
  });
});

describe('every project', () => {
  it('has the tag that its boundaries hang on', () => {
    const tags = projectFolders().map((folder) => {
      const file = path.join(root, folder, 'project.json');
      if (!existsSync(file)) return [folder, 'has no project.json'];
      const project: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return [
        folder,
        ...(typeof project === 'object' && project !== null && 'tags' in project
          ? [project.tags].flat()
          : []),
      ];
    });
    expect(tags).toEqual(
      projectFolders().map((folder) => [
        folder,
        folder.startsWith('plugins/') ? 'scope:plugin' : `scope:${path.basename(folder)}`,
      ]),
    );
  });
});

/** Every folder that is a project by its place, whether or not someone remembered its project.json. */
function projectFolders(): string[] {
  const below = (parent: string): string[] =>
    existsSync(path.join(root, parent))
      ? readdirSync(path.join(root, parent), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => `${parent}/${entry.name}`)
      : [];
  return [...below('apps'), ...below('libs'), ...below('plugins'), 'tools'].sort();
}

/** Lints in a process of its own, because ESLint's plugins do not load in Jest's realm. Types are not needed here. */
function lint(folder: string, files: readonly string[]): Record<string, string[]> {
  const program = `
    import path from 'node:path';
    import { ESLint } from 'eslint';
    import typescript from 'typescript-eslint';
    const eslint = new ESLint({
      overrideConfig: [{ files: ['**/*.ts'], ...typescript.configs.disableTypeChecked,
        languageOptions: { parserOptions: { projectService: false, program: null, project: false } } }],
    });
    const results = await eslint.lintFiles(${JSON.stringify(files)});
    console.log(JSON.stringify(Object.fromEntries(results.map(({ filePath, messages }) => [
      path.relative(process.cwd(), filePath), messages.map(({ ruleId, message }) => ruleId ?? message)]))));`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NX_WORKSPACE_ROOT_PATH: folder },
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, string[]>;
}
