import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..', '..');

/** `a/{b,c}` as `a/b` and `a/c`. */
const spelledOut = (folder: string): string[] => {
  const [whole, list = ''] = /\{([^}]*)\}/.exec(folder) ?? [];
  return whole === undefined ? [folder] : list.split(',').map((name) => folder.replace(whole, name));
};

const page = readFileSync(path.join(root, 'docs', 'architecture.md'), 'utf8');
const [, table = ''] = /## Where things are\n([\s\S]*?)\n## /.exec(page) ?? [];
const named = [...table.matchAll(/^\| `([^`]+)`/gm)].flatMap(([, folder = '']) => spelledOut(folder));

const foldersIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

describe('the table of folders in docs/architecture.md', () => {
  it('names every room of the API, and every library', () => {
    const rooms = [...foldersIn('apps/api/src'), ...foldersIn('libs')];
    expect(rooms.filter((folder) => !named.includes(folder))).toEqual([]);
  });

  it('names nothing that is not there', () => {
    const gone = named.filter((folder) => !folder.includes('<') && !existsSync(path.join(root, folder)));
    expect(gone).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });
});
