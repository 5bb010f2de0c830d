import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PORTAL_WORDS_FILE, portalWords } from './portal-words.js';

const root = path.resolve(import.meta.dirname, '../..');

describe('the list of words that a tenant file may replace', () => {
  it('is that of the portal; `npm run generate:api` writes it anew', async () => {
    const written = await portalWords(root);
    expect(written).toBe(await readFile(path.join(root, PORTAL_WORDS_FILE), 'utf8'));
    for (const key of ['cart', 'itinerary', 'welcomeLeadWays']) expect(written).toContain(`'${key}',`);
  });
});
