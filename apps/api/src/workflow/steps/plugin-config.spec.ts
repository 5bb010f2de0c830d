import { describe, expect, it } from '@jest/globals';
import { allow, definePlugin, Field, ListOf, PLUGIN_CONTRACT, Secret, type Plugin } from '@laurel/plugin-kit';
import { IsOptional, IsString } from 'class-validator';
import { listSetSecrets, mapSecrets, readConfig, readStep } from './plugin-config.js';
import { PluginRegistry } from './plugin-registry.js';

class Target {
  @Field('Token')
  @Secret()
  @IsString()
  token: string;
}

class SecretiveConfig {
  @Field('Address')
  @IsString()
  address: string;

  @Field('Key')
  @Secret()
  @IsOptional()
  @IsString()
  apiKey?: string;

  @Field('Targets')
  @ListOf(() => Target)
  targets: Target[] = [];
}

const plugin: Plugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'secretive',
  version: '2.0.0',
  title: 'Secretive',
  description: 'A plugin with secrets and a past.',
  config: SecretiveConfig,
  configVersion: 2,
  messages: {},
  upgradeConfig: (stored, fromVersion) => {
    if (fromVersion < 1) throw new Error('too old');
    return { address: (stored as { url: unknown }).url };
  },
  offer: () => allow,
});
const stored = { address: 'https://a.example', apiKey: 'k', targets: [{ token: 't0' }, { token: '' }] };

describe('readConfig', () => {
  it('reads the present version, and brings up an older one', () => {
    expect(readConfig(plugin, stored, 2)).toEqual(stored);
    expect(readConfig(plugin, { url: 'https://b.example' }, 1)).toEqual({
      address: 'https://b.example',
      targets: [],
    });
  });

  it.each([
    [{ url: 'x' }, 2, 'url'],
    [stored, 3, 'saved for version 3 of "secretive", installed is 2'],
    [stored, 0, 'cannot be brought up from version 0'],
  ])('refuses %j of version %d', (config, version, reason) => {
    expect(() => readConfig(plugin, config, version)).toThrow(reason);
  });
});

describe('readStep', () => {
  const registry = new PluginRegistry([plugin]);
  const step = { plugin: 'secretive', isEnabled: true, config: stored, configVersion: 2, configRevision: 5 };

  it('makes a step ready', () => {
    const ready = readStep(registry, step);
    expect(ready).toMatchObject({ plugin: 'secretive', isEnabled: true, configRevision: 5 });
    expect(ready.config).toBeInstanceOf(SecretiveConfig);
    expect(ready.fault).toBeUndefined();
  });

  it('turns what is wrong into a fault instead of throwing', () => {
    expect(readStep(registry, { ...step, config: { address: 7 } }).fault).toContain(
      'address must be a string',
    );
    expect(readStep(registry, { ...step, plugin: 'gone' })).toEqual({
      plugin: 'gone',
      isEnabled: true,
      config: {},
      configRevision: 5,
    });
  });
});

describe('secrets', () => {
  it('pass through a change, wherever they are, in a copy', () => {
    const sealed = mapSecrets(plugin, stored, (secret, path) => `${path}=${secret}`);
    expect(sealed).toEqual({
      address: 'https://a.example',
      apiKey: 'apiKey=k',
      targets: [{ token: 'targets.0.token=t0' }, { token: 'targets.1.token=' }],
    });
    expect(stored.apiKey).toBe('k');
  });

  it('can be taken out, leaving word of which are set', () => {
    expect(mapSecrets(plugin, stored, () => undefined)).toEqual({
      address: 'https://a.example',
      targets: [{}, {}],
    });
    expect(listSetSecrets(plugin, stored)).toEqual(['apiKey', 'targets.0.token']);
    expect(listSetSecrets(plugin, { targets: 'nonsense' })).toEqual([]);
  });
});
