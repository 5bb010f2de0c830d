import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProjectSandbox } from '../testing/project-sandbox.js';

const root = path.resolve(import.meta.dirname, '..', '..');
const TIMEOUT = 120_000;
const header = `import { expect, it } from '@jest/globals';`;

describe('npm test', () => {
  let sandbox: ProjectSandbox;

  const test = async (...words: string[]): Promise<{ code: number | null; last: string; output: string }> => {
    const command = sandbox.run(['tools/test.mjs', ...words]);
    const code = await command.exit();
    return { code, last: command.output().trim().split('\n').at(-1) ?? '', output: command.output() };
  };

  beforeEach(() => {
    sandbox = new ProjectSandbox();
    cpSync(path.join(root, 'jest.config.mjs'), path.join(sandbox.folder, 'jest.config.mjs'));
    sandbox.write('libs/credit/src/good.spec.ts', `${header} it('is good', () => expect(1).toBe(1));`);
  });

  afterEach(() => sandbox.remove(), TIMEOUT);

  it(
    'closes with the count, and with 0 when all is well',
    async () => {
      expect(await test('unit', 'libs/credit')).toMatchObject({ code: 0, last: '1 passed, 0 failed' });
    },
    TIMEOUT,
  );

  it(
    'counts what fails, what is skipped and what does not even load',
    async () => {
      sandbox.write(
        'libs/credit/src/mixed.spec.ts',
        `${header} it('is bad', () => expect(1).toBe(2)); it.skip('is left out', () => expect(1).toBe(1));`,
      );
      sandbox.write('libs/credit/src/broken.spec.ts', `import './nothing-there.js';`);
      const { code, last, output } = await test('unit', 'libs/credit');
      expect({ code, last }).toEqual({ code: 1, last: '1 passed, 2 failed, 1 skipped' });
      expect(output).toContain('Failed in: unit');
    },
    TIMEOUT,
  );

  it.each([
    ['a suite without a single test', ['renderer'], 'renderer: not a single test was found'],
    ['a pattern that matches nothing', ['unit', 'no-such-file'], 'No test matches: no-such-file'],
  ])(
    'takes %s as a failure',
    async (_, words, complaint) => {
      const { code, last, output } = await test(...words);
      expect({ code, last }).toEqual({ code: 1, last: '0 passed, 1 failed' });
      expect(output).toContain(complaint);
    },
    TIMEOUT,
  );

  it(
    'does not let tests see the person’s own database',
    async () => {
      sandbox.write(
        'libs/credit/src/good.spec.ts',
        `${header} it('is alone', () => expect(process.env['DATABASE_URL']).toBeUndefined());`,
      );
      const command = sandbox.run(['tools/test.mjs', 'unit', 'good'], {
        DATABASE_URL: 'postgresql://mine/precious',
      });
      expect(await command.exit()).toBe(0);
    },
    TIMEOUT,
  );
});
