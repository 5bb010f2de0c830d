import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const core = path.resolve(import.meta.dirname, '../../apps/portal/src/app/core');

/** Which folders of the portal's core a folder imports from, types included. */
function importedBy(folder: string): Set<string> {
  const files = readdirSync(path.join(core, folder)).filter((name) => /(?<!\.spec)\.ts$/.test(name));
  const found = files.flatMap((name) =>
    [...readFileSync(path.join(core, folder, name), 'utf8').matchAll(/['"]\.\.\/([\w-]+)\//g)].map(
      ([, other = '']) => other,
    ),
  );
  return new Set(found);
}

describe('the folders of the portal’s core', () => {
  it('import one way: none of them comes back to itself', () => {
    const folders = readdirSync(core);
    const imports = new Map(folders.map((folder) => [folder, importedBy(folder)]));
    const reached = (from: string, seen = new Set<string>()): Set<string> => {
      for (const next of imports.get(from) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        reached(next, seen);
      }
      return seen;
    };
    expect(folders.filter((folder) => reached(folder).has(folder))).toEqual([]);
    expect(imports.get('session')).toContain('api');
  });
});
