import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONTRACT_FILE, pluginContract } from './plugin-contract.js';

const root = path.resolve(import.meta.dirname, '../..');

describe('the plugin contract', () => {
  const contract = pluginContract(root);

  it('is what its golden file says; `npm run generate:plugin-contract` writes it anew', () => {
    expect(contract).toBe(readFileSync(path.join(root, CONTRACT_FILE), 'utf8'));
  });

  it('holds what plugins are made of, and no more than they can import', () => {
    for (const name of ['PluginDefinition', 'OfferInput', 'DocumentOffer', 'IoHost', 'LearnerView']) {
      expect(contract).toContain(`export interface ${name}`);
    }
    expect(contract).toContain('PLUGIN_CONTRACT = 1');
    expect(contract).toContain('describePlugin');
    expect(contract).not.toContain('FieldNotes');
    expect(contract).not.toContain(root);
    expect(contract).not.toMatch(/^export \w+;$/m);
  });
});
