import { describe, expect, it } from '@jest/globals';
import { allow } from '@laurel/plugin-kit';
import { plugins } from '../../plugins.js';
import { PluginRegistry, PluginRegistryError, stagesOf } from './plugin-registry.js';
import { aPlugin } from './sample-plugin.builder.js';

const offering = { offer: () => allow };

describe('PluginRegistry', () => {
  it('holds the installed plugins by key, in the order of the list', () => {
    const registry = new PluginRegistry(plugins);
    expect(registry.all()).toEqual(plugins);
    expect(registry.get('overlap')?.key).toBe('overlap');
    expect(registry.get('unheard-of')).toBeUndefined();
  });

  it('refuses a key twice, another contract, a bad key and a plugin without stages, all at once', () => {
    const old = aPlugin({ ...offering, key: 'old' });
    Object.assign(old, { contract: 0 });
    const list = [
      aPlugin({ ...offering, key: 'twice' }),
      aPlugin({ ...offering, key: 'twice' }),
      old,
      aPlugin({ ...offering, key: 'Not Kebab' }),
      aPlugin({ ...offering, key: 'host' }),
      aPlugin({ key: 'idle' }),
    ];
    let message = '';
    try {
      new PluginRegistry(list);
    } catch (error) {
      message = error instanceof PluginRegistryError ? error.message : '';
    }
    const lines = message.split('\n');
    expect(lines.length).toBe(5);
    expect(lines[0]).toContain('Two plugins have the key "twice"');
    expect(lines[1]).toContain(
      '"old" was built for contract 0, this host speaks contract 1. Build it against',
    );
    expect(lines[2]).toContain('"Not Kebab" cannot be used. Rename it');
    expect(lines[3]).toContain('"host" cannot be used');
    expect(lines[4]).toContain('"idle" has no stage');
    for (const line of lines) expect(line).toMatch(/Rename|Build it|Give it/);
  });

  it('knows the stages a plugin answers, in the order of a claim', () => {
    const plugin = aPlugin({
      report: () => [],
      ...offering,
      collect: () => Promise.reject(new Error('unused')),
    });
    expect(stagesOf(plugin)).toEqual(['collect', 'offer', 'report']);
  });
});
