import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const project = join(import.meta.dirname, '..', '..');
const COPIED = [
  'package.json',
  'jest.config.mjs',
  'tsconfig.base.json',
  '.prettierrc.json',
  '.editorconfig',
  'libs/credit',
  'libs/plugin-kit',
  'plugins',
  'apps/api/src/plugins.ts',
];

interface JestConfig {
  readonly default: { readonly projects: readonly { readonly displayName: string }[] };
}

/** What a program answered. */
export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** A copy of what a plugin needs of the project, so that generating one leaves the project alone. */
export class PluginSandbox {
  readonly root = mkdtempSync(join(tmpdir(), 'laurel-plugin-'));

  /** @param pattern the folders of the plugins that are to be type-checked */
  static async make(pattern: string): Promise<PluginSandbox> {
    const sandbox = new PluginSandbox();
    for (const path of COPIED) cpSync(join(project, path), join(sandbox.root, path), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(sandbox.root, 'node_modules'));
    // The project's own way to run unit tests, at another root.
    const jest: JestConfig = await import(pathToFileURL(join(project, 'jest.config.mjs')).href);
    const unit = jest.default.projects.find(({ displayName }) => displayName === 'unit');
    const config = { ...unit, rootDir: sandbox.root, globalSetup: undefined, globalTeardown: undefined };
    sandbox.write('jest.config.json', JSON.stringify(config));
    sandbox.write(
      'tsconfig.json',
      JSON.stringify({
        extends: './tsconfig.base.json',
        include: [`plugins/${pattern}/**/*.ts`, 'apps/api/src/plugins.ts'],
      }),
    );
    return sandbox;
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
  }

  /** Runs the compiler on the plugins and the list of them. */
  checkTypes(): Outcome {
    return this.#node('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
  }

  /** Runs the specs whose path matches. */
  test(pattern: string): Outcome {
    return this.#node(
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      ...['--config', 'jest.config.json', '--testPathPatterns', pattern],
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #node(...args: readonly string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.root,
      encoding: 'utf8',
    });
    return { status, output: `${stdout}${stderr}` };
  }
}
