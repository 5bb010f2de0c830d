import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, resolveConfig } from 'prettier';
import { startStage } from './plugin-files.js';
import { pluginName } from './plugin-name.js';
import { addToPluginList } from './plugin-list.js';
import { generatePlugin } from './generate-plugin.js';

const project = join(import.meta.dirname, '..', '..');
let root: string;

interface JestConfig {
  readonly default: { readonly projects: readonly { readonly displayName: string }[] };
}

/** A copy of what a plugin needs of the project, so that generating one leaves the project alone. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'laurel-plugin-'));
  const copied = [
    'package.json',
    'jest.config.mjs',
    'tsconfig.base.json',
    '.prettierrc.json',
    '.editorconfig',
  ];
  for (const path of [...copied, 'libs/credit', 'libs/plugin-kit', 'plugins', 'apps/api/src/plugins.ts']) {
    cpSync(join(project, path), join(root, path), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  // The project's own way to run unit tests, at another root.
  const { default: jest } = (await import(
    pathToFileURL(join(project, 'jest.config.mjs')).href
  )) as JestConfig;
  const unit = jest.projects.find(({ displayName }) => displayName === 'unit');
  writeFileSync(
    join(root, 'jest.config.json'),
    JSON.stringify({ ...unit, rootDir: root, globalSetup: undefined, globalTeardown: undefined }),
  );
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({
      extends: './tsconfig.base.json',
      include: ['plugins/session-cap*/**/*.ts', 'apps/api/src/plugins.ts'],
    }),
  );
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const node = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
};
const conformance = (pattern: string) =>
  node(
    '--experimental-vm-modules',
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    'jest.config.json',
    '--testPathPatterns',
    pattern,
  );

describe('generate:plugin', () => {
  it('writes plugins that are formatted, type-check and pass their own conformance specs, whatever they start with', async () => {
    const paths = [...(await generatePlugin(root, 'session-cap'))];
    expect(paths).toEqual([
      'plugins/session-cap/project.json',
      'plugins/session-cap/README.md',
      'plugins/session-cap/src/index.ts',
      'plugins/session-cap/src/session-cap.config.ts',
      'plugins/session-cap/src/session-cap.messages.ts',
      'plugins/session-cap/src/session-cap.plugin.ts',
      'plugins/session-cap/src/session-cap.spec.ts',
      'apps/api/src/plugins.ts',
    ]);
    for (const stage of ['award', 'require'] as const) {
      paths.push(...(await generatePlugin(root, `session-cap-${stage}`, stage)));
    }
    const options = await resolveConfig(join(root, 'package.json'));
    for (const path of paths) {
      expect([
        path,
        await check(readFileSync(join(root, path), 'utf8'), { ...options, filepath: path }),
      ]).toEqual([path, true]);
    }
    const types = node(join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json');
    expect(types).toEqual({ status: 0, output: '' });
    const { status, output } = conformance('plugins/session-cap');
    for (const key of ['session-cap', 'session-cap-award', 'session-cap-require']) {
      expect(output).toContain(`plugins/${key}/src/${key}.spec.ts`);
    }
    expect(status).toBe(0);
  }, 120_000);

  it('writes a conformance spec that catches a clock, a nameless code and a missing README', () => {
    const path = join(root, 'plugins/session-cap/src/session-cap.plugin.ts');
    const good = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      good
        .replace(
          'const { category } = offering;',
          'const { category } = offering;\n    if (Date.now() < 0) return allow;',
        )
        .replace("deny('category-excluded'", "deny('nameless'"),
    );
    rmSync(join(root, 'plugins/session-cap/README.md'));
    const { status, output } = conformance('plugins/session-cap/');
    writeFileSync(path, good);
    expect(status).toBe(1);
    expect(output).toContain('A pure stage used Date.now');
    expect(output).toContain('✕ gives every reason it has a message for');
    expect(output).toContain('✕ lives in a folder of its own name, with a README');
  }, 120_000);

  it('refuses a plugin that exists, or a key that is none, and changes nothing', async () => {
    const list = readFileSync(join(root, 'apps/api/src/plugins.ts'), 'utf8');
    await expect(generatePlugin(root, 'overlap')).rejects.toThrow('There is a plugin "overlap" already');
    expect(() => startStage('deliver')).toThrow('Choose one of offer, award, require');
    await expect(generatePlugin(root, '../../etc')).rejects.toThrow('cannot be a plugin');
    expect(readFileSync(join(root, 'apps/api/src/plugins.ts'), 'utf8')).toBe(list);
  });
});

describe('addToPluginList', () => {
  it('keeps the list in order', () => {
    const source = readFileSync(join(project, 'apps/api/src/plugins.ts'), 'utf8');
    const lines = addToPluginList(source, pluginName('badge-scan')).split('\n');
    const imports = lines.filter((line) => line.includes('@laurel/plugins/'));
    const entries = lines.filter((line) => /^ {2}\w+Plugin,$/.test(line));
    expect(imports).toContain("import { badgeScanPlugin } from '@laurel/plugins/badge-scan';");
    expect(imports).toEqual([...imports].sort());
    expect(entries).toContain('  badgeScanPlugin,');
    expect(entries).toEqual([...entries].sort());
  });

  it('says what to do by hand when the file is no longer a list', () => {
    expect(() => addToPluginList('export const plugins = await find();', pluginName('badge-scan'))).toThrow(
      "Add this line to it yourself: import { badgeScanPlugin } from '@laurel/plugins/badge-scan';",
    );
  });
});
