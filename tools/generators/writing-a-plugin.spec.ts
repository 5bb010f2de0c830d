import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { generatePlugin } from './generate-plugin.js';
import { PluginSandbox } from '../testing/plugin-sandbox.js';

const PAGE = path.resolve(import.meta.dirname, '../../docs/writing-a-plugin.md');
const NAMED_FILE = /^`(session-cap\.[\w.]+)`:\n\n```ts\n([^]*?)```$/gm;

let sandbox: PluginSandbox;
let page: string;
beforeAll(async () => {
  sandbox = await PluginSandbox.make('session-cap');
  page = await readFile(PAGE, 'utf8');
});
afterAll(() => {
  sandbox.remove();
});

describe('the example of docs/writing-a-plugin.md', () => {
  it('is a plugin that compiles and passes its own specs, written over what the page’s command generates', async () => {
    expect(page).toContain('npm run generate:plugin -- session-cap award\n');
    const generated = await generatePlugin(sandbox.root, 'session-cap', 'award');
    const files = [...page.matchAll(NAMED_FILE)].map(([, file = '', text = '']) => ({
      file: `plugins/session-cap/src/${file}`,
      text,
    }));
    // All but the one that only exports the plugin, and no code on the page that would not be looked at.
    expect(files.map(({ file }) => file).sort()).toEqual(
      generated.filter((file) => /\/session-cap\.\w+\.ts$/.test(file)).sort(),
    );
    expect(page.match(/^```ts$/gm)).toHaveLength(files.length);
    for (const { file, text } of files) sandbox.write(file, text);
    expect(sandbox.checkTypes()).toEqual({ status: 0, output: '' });
    const { status, output } = sandbox.test('plugins/session-cap/');
    expect(output).toContain('plugins/session-cap/src/session-cap.spec.ts');
    expect(status).toBe(0);
  }, 120_000);

  it('names every file that the command writes', async () => {
    const tree = /^plugins\/session-cap\/\n([^]*?)^```$/m.exec(page)?.[1] ?? '';
    const shown = [...tree.matchAll(/[\w-]+(?:\.[\w-]+)*\.(?:json|md|ts)/g)].map(([file]) => file);
    const written = (await generatePlugin(sandbox.root, 'another-cap', 'award'))
      .filter((file) => file.startsWith('plugins/'))
      .map((file) => path.basename(file).replace('another-cap', 'session-cap'));
    expect(shown.sort()).toEqual(written.sort());
  });

  it('takes less than an hour', () => {
    const minutes = [...page.matchAll(/^## \d\. .+ \((\d+) minutes?\)$/gm)].map(([, number]) =>
      Number(number),
    );
    expect(minutes).toHaveLength(7);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBeLessThan(60);
  });
});
