import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check, resolveConfig } from 'prettier';
import { startStage } from './plugin-files.js';
import { pluginName } from './plugin-name.js';
import { addToPluginList } from './plugin-list.js';
import { generatePlugin } from './generate-plugin.js';
import { PluginSandbox } from '../testing/plugin-sandbox.js';

const project = join(import.meta.dirname, '..', '..');
let sandbox: PluginSandbox;
beforeAll(async () => {
  sandbox = await PluginSandbox.make('session-cap*');
});
afterAll(() => {
  sandbox.remove();
});

describe('generate:plugin', () => {
  it('writes plugins that are formatted, type-check and pass their own conformance specs, whatever they start with', async () => {
    const paths = [...(await generatePlugin(sandbox.root, 'session-cap'))];
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
      paths.push(...(await generatePlugin(sandbox.root, `session-cap-${stage}`, stage)));
    }
    const options = await resolveConfig(join(sandbox.root, 'package.json'));
    for (const path of paths) {
      expect([path, await check(sandbox.read(path), { ...options, filepath: path })]).toEqual([path, true]);
    }
    expect(sandbox.checkTypes()).toEqual({ status: 0, output: '' });
    const { status, output } = sandbox.test('plugins/session-cap');
    for (const key of ['session-cap', 'session-cap-award', 'session-cap-require']) {
      expect(output).toContain(`plugins/${key}/src/${key}.spec.ts`);
    }
    expect(status).toBe(0);
  }, 120_000);

  it('writes a conformance spec that catches a clock, a nameless code and a missing README', () => {
    const path = 'plugins/session-cap/src/session-cap.plugin.ts';
    const good = sandbox.read(path);
    sandbox.write(
      path,
      good
        .replace(
          'const { category } = offering;',
          'const { category } = offering;\n    if (Date.now() < 0) return allow;',
        )
        .replace("deny('category-excluded'", "deny('nameless'"),
    );
    rmSync(join(sandbox.root, 'plugins/session-cap/README.md'));
    const { status, output } = sandbox.test('plugins/session-cap/');
    sandbox.write(path, good);
    expect(status).toBe(1);
    expect(output).toContain('A pure stage used Date.now');
    expect(output).toContain('✕ gives every reason it has a message for');
    expect(output).toContain('✕ lives in a folder of its own name, with a README');
  }, 120_000);

  it('refuses a plugin that exists, or a key that is none, and changes nothing', async () => {
    const list = sandbox.read('apps/api/src/plugins.ts');
    await expect(generatePlugin(sandbox.root, 'overlap')).rejects.toThrow(
      'There is a plugin "overlap" already',
    );
    expect(() => startStage('deliver')).toThrow('Choose one of offer, award, require');
    await expect(generatePlugin(sandbox.root, '../../etc')).rejects.toThrow('cannot be a plugin');
    expect(sandbox.read('apps/api/src/plugins.ts')).toBe(list);
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
