import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { withParts } from './generated-parts.js';
import { importColumns } from './import-columns.js';
import { tenantFileReference } from './tenant-file-reference.js';

const root = path.resolve(import.meta.dirname, '../..');

describe('what the documentation says of files, as the code has it (`npm run generate:docs` writes it anew)', () => {
  const reference = tenantFileReference(root);

  it.each([
    ['docs/tenant-file.md', { 'tenant file': reference }],
    [
      'docs/imports.md',
      {
        'programme columns': importColumns('programme'),
        'registrant columns': importColumns('registrants'),
      },
    ],
  ])('is current in %s', async (page, parts) => {
    const file = path.join(root, page);
    expect(await withParts(file, parts)).toBe(await readFile(file, 'utf8'));
  });

  it('tells every part of a tenant file, and what may be left out', () => {
    for (const part of ['The file', 'Profile', 'Oidc way', 'Credit type', 'Course', 'Step', 'Form']) {
      expect(reference).toContain(`### ${part}\n`);
    }
    expect(reference).toContain('| `slug` | text like `^[a-z][a-z0-9-]{1,40}$` | **required** |');
    expect(reference).toMatch(/\| `scope` \| `activity`, `offering`, `claim` \| \*\*required\*\* \|/);
  });
});
