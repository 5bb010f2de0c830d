import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const PORTAL_WORDS_FILE = 'apps/api/src/operator/portal-words.generated.ts';
const DEFAULTS_FILE = 'apps/portal/src/app/core/wording/default-wording.ts';

/** The keys of the portal's words, as a list for the API, read from the portal's source: neither imports the other. */
export async function portalWords(root = '.'): Promise<string> {
  const source = await readFile(path.join(root, DEFAULTS_FILE), 'utf8');
  const [, words = ''] = /DEFAULT_WORDING = \{\n(.*?)\n\} as const/s.exec(source) ?? [];
  const keys = [...words.matchAll(/^ {2}(\w+):/gm)].flatMap(([, key]) => key ?? []);
  if (keys.length === 0) throw new Error(`${DEFAULTS_FILE} does not hold the portal's words any more`);
  return [
    '// Written by `npm run generate:api`; do not edit.',
    'export const portalWords: readonly string[] = [',
    ...keys.map((key) => `  '${key}',`),
    '];',
    '',
  ].join('\n');
}
