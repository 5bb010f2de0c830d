import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectSandbox } from '../testing/project-sandbox.js';

const TIMEOUT = 120_000;

describe('npm run build', () => {
  let sandbox: ProjectSandbox;

  const build = async (): Promise<{ code: number | null; output: string }> => {
    const command = sandbox.run(['tools/build.mjs', '--api-only']);
    const code = await command.exit();
    return { code, output: command.output() };
  };
  const inDist = (file: string): string => path.join(sandbox.folder, 'dist', file);

  beforeEach(() => {
    sandbox = new ProjectSandbox();
  });

  afterEach(() => sandbox.remove(), TIMEOUT);

  it(
    'compiles what changed, and nothing else',
    async () => {
      sandbox.write('libs/credit/src/index.ts', 'export const hundredths: number = 25;');
      expect(await build()).toMatchObject({
        code: 0,
        output: expect.stringMatching(/^Sources: \d+ built, 0 unchanged/),
      });
      expect((await build()).output).toMatch(/^Sources: 0 built, \d+ unchanged, 0 removed/);
      sandbox.write('libs/credit/src/index.ts', 'export const hundredths: number = 50;');
      expect((await build()).output).toMatch(/^Sources: 1 built, \d+ unchanged, 0 removed/);
      expect(readFileSync(inDist('libs/credit/src/index.js'), 'utf8')).toContain('hundredths = 50');
    },
    TIMEOUT,
  );

  it(
    'turns aliases into paths that Node finds',
    async () => {
      sandbox.write('libs/credit/src/index.ts', 'export const hundredths = 25;');
      sandbox.write('plugins/overlap/src/index.ts', `export { hundredths } from '@laurel/credit';`);
      sandbox.write(
        'tools/probe.ts',
        `import { hundredths } from '@laurel/plugins/overlap'; console.log(hundredths);`,
      );
      const probe = sandbox.run(['tools/run.mjs', 'tools/probe']);
      expect(await probe.exit()).toBe(0);
      expect(probe.output().trim()).toBe('25');
    },
    TIMEOUT,
  );

  it(
    'copies what lies beside the sources, leaves tests out, and deletes what has no source any more',
    async () => {
      sandbox.write('plugins/overlap/src/index.ts', 'export {};');
      sandbox.write('plugins/overlap/src/messages/en.json', '{"a":1}');
      sandbox.write('plugins/overlap/src/overlap.spec.ts', 'export {};');
      await build();
      expect(readFileSync(inDist('plugins/overlap/src/messages/en.json'), 'utf8')).toBe('{"a":1}');
      expect(existsSync(inDist('plugins/overlap/src/overlap.spec.js'))).toBe(false);

      rmSync(path.join(sandbox.folder, 'plugins'), { recursive: true });
      expect((await build()).output).toMatch(/2 removed/);
      expect(existsSync(inDist('plugins'))).toBe(false);
    },
    TIMEOUT,
  );

  it(
    'names the file that does not compile, ends with 1, and compiles it once it is mended',
    async () => {
      sandbox.write('libs/credit/src/index.ts', 'export const = 1;');
      const broken = await build();
      expect(broken.code).toBe(1);
      expect(broken.output).toContain('libs/credit/src/index.ts does not compile');
      sandbox.write('libs/credit/src/index.ts', 'export const one = 1;');
      expect((await build()).code).toBe(0);
    },
    TIMEOUT,
  );

  it(
    'builds an output again that someone deleted',
    async () => {
      await build();
      rmSync(inDist('apps/api/src/main.js'));
      expect((await build()).output).toMatch(/^Sources: 1 built/);
      expect(existsSync(inDist('apps/api/src/main.js'))).toBe(true);
    },
    TIMEOUT,
  );
});
