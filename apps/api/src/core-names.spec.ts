import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { plugins } from './plugins.js';

const root = path.resolve(import.meta.dirname, '../../..');
const CORE = [
  'apps/api/src',
  'apps/portal/src',
  'libs/api-client/src',
  'libs/certificate-renderer/src',
  'libs/credit/src',
  'libs/plugin-kit/src',
  'libs/ui/src',
];

const keys = plugins.map(({ key }) => key);
const names = keys.filter((key) => key.includes('-'));
const words = keys.filter((key) => !key.includes('-'));
const SOCIETY = /\b(?:rhythm|plastics|medquest|plastic surgery|SCR(?:\d\d)?)\b/i;
const PLUGIN = new RegExp(`['"\`](?:${names.join('|')})\\b`, 'i');
/** Ordinary words are plugins' keys only where they are the whole of a text, or begin the name of a message. */
const ONE_WORD_PLUGIN = new RegExp(`['"](?:${words.join('|')})(?:\\.[a-z-]+)?['"]`);
/** Names that belong to a page: its style classes, and what it refers to within itself. */
const OF_A_PAGE = /\bclass="[^"]*"|\bviewChild(?:<[^(]*>)?\('[^']*'\)/g;

const isNaming = (line: string): boolean =>
  SOCIETY.test(line) || PLUGIN.test(line) || ONE_WORD_PLUGIN.test(line.replaceAll(OF_A_PAGE, ''));

/** Lines of code; comments and the examples of the API's document may name what they like. */
const linesOf = (file: string): { line: string; at: string }[] =>
  readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .map((line, index) => ({ line, at: `${file}:${String(index + 1)}` }))
    .filter(({ line }) => !/^\s*(?:\/?\*|\/\/)/.test(line) && !/\bexample: /.test(line));

const core = CORE.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((file) => /\.(?:ts|html|hbs|liquid)$/.test(file))
    .filter((file) => !/\.(?:spec|builder)\.ts$|^apps\/api\/src\/plugins\.ts$/.test(file)),
);

describe('the core', () => {
  it('names no society and no plugin', () => {
    expect(core.length).toBeGreaterThan(300);
    expect(core.flatMap(linesOf).filter(({ line }) => isNaming(line))).toEqual([]);
  });

  it.each([
    `if (tenant.slug === 'plastics') return;`,
    `name: 'Academy of Plastic Surgery',`,
    `if (step.plugin === 'premium-membership') return;`,
    `if (step.plugin === 'overlap') return;`,
    `case "remote":`,
    `messages['attestation.statement']`,
  ])('would be caught naming one: %s', (line) => {
    expect(isNaming(line)).toBe(true);
  });

  it.each([
    `<div class="overlap">`,
    `private readonly attestation = viewChild<ElementRef<HTMLInputElement>>('attestation');`,
    `const remote = new URL(address);`,
    'That the learner agrees to the cart’s `attestation`; must be true.',
  ])('may use the words that happen to be keys: %s', (line) => {
    expect(isNaming(line)).toBe(false);
  });
});
