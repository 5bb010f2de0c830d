import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { plugins } from './plugins.js';

const root = path.resolve(import.meta.dirname, '../../..');
const CORE = ['apps/api/src', 'apps/portal/src', 'libs/credit/src', 'libs/plugin-kit/src', 'libs/ui/src'];

/** Ordinary words that are plugins' keys as well say nothing. */
const keys = plugins.map(({ key }) => key).filter((key) => key.includes('-'));
const NAMED = new RegExp(`\\b(?:rhythm|plastics|medquest)\\b|['"\`](?:${keys.join('|')})\\b`, 'i');

/** Lines of code; comments and the examples of the API's document may name what they like. */
const linesOf = (file: string): { line: string; at: string }[] =>
  readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .map((line, index) => ({ line, at: `${file}:${String(index + 1)}` }))
    .filter(({ line }) => !/^\s*(?:\/?\*|\/\/)/.test(line) && !/\bexample: /.test(line));

const core = CORE.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((file) => /\.(?:ts|html)$/.test(file))
    .filter((file) => !/\.(?:spec|builder)\.ts$|^apps\/api\/src\/plugins\.ts$/.test(file)),
);

describe('the core', () => {
  it('names no society and no plugin', () => {
    expect(core.length).toBeGreaterThan(300);
    expect(core.flatMap(linesOf).filter(({ line }) => NAMED.test(line))).toEqual([]);
  });

  it('would be caught naming one', () => {
    expect(NAMED.test(`if (tenant.slug === 'plastics') return;`)).toBe(true);
    expect(NAMED.test(`if (step.plugin === 'premium-membership') return;`)).toBe(true);
  });
});
