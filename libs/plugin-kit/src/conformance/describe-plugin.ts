import { beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseConfig } from '../config/parse.js';
import { configSchema, type ConfigSchema } from '../config/schema.js';
import { deepFreeze } from '../deep-freeze.js';
import { checkRule } from '../answers/pure.js';
import { findMessageFault, renderMessage } from '../messages/render.js';
import {
  ioStages,
  PLUGIN_CONTRACT,
  pureStages,
  type Plugin,
  type PluginDefinition,
  type PureStage,
} from '../plugin.js';
import type { HostHttp, IoHost, Reason, RuleInput } from '../stages.js';
import {
  askPure,
  checkCollectAnswer,
  checkDeliverAnswer,
  findAnswerFault,
  reasonsGiven,
  type SampleInput,
} from './answers.js';
import type { IoSample, Named, PluginSamples } from './samples.js';
import { aMoment } from './views.builder.js';
import { withoutWorld } from './without-world.js';

/**
 * Declares the conformance suite of a plugin: what the host relies on and every plugin must keep. Rules of the
 * plugin's own are tested beside it.
 */
export const describePlugin = <Config extends object>(
  plugin: PluginDefinition<Config>,
  samples: PluginSamples<Config>,
): void => {
  describe(`${plugin.key} conforms`, () => {
    describeMetadata(plugin, samples.folder);
    describeConfig(plugin, samples);
    describeSamples(plugin, samples);
    for (const stage of pureStages) describePureStage(plugin, stage, samples[stage] ?? {});
    describeRule(plugin, samples.rule ?? {});
    describeIoStages(plugin, samples);
    describeMessages(plugin, samples);
  });
};

const describeMetadata = (plugin: Plugin, folder: string): void => {
  const home = dirname(folder);

  it('introduces itself', () => {
    expect(plugin.contract).toBe(PLUGIN_CONTRACT);
    expect(plugin.key).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(plugin.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(plugin.title.trim().length).toBeGreaterThan(2);
    expect(plugin.description.trim().length).toBeGreaterThan(20);
    expect(plugin.configVersion).toBeGreaterThanOrEqual(1);
    expect(Number.isInteger(plugin.configVersion)).toBe(true);
  });

  it('lives in a folder of its own name, with a README and tagged as a plugin', () => {
    expect(basename(home)).toBe(plugin.key);
    expect(existsSync(join(home, 'README.md'))).toBe(true);
    expect(readFileSync(join(home, 'README.md'), 'utf8')).toMatch(/^# \S.*\n[\s\S]{200,}/);
    const project: unknown = JSON.parse(readFileSync(join(home, 'project.json'), 'utf8'));
    expect(project).toMatchObject({ projectType: 'library', tags: ['scope:plugin'] });
  });
};

const describeConfig = <Config extends object>(
  plugin: PluginDefinition<Config>,
  { storedConfig, olderConfigs = [] }: PluginSamples<Config>,
): void => {
  it('reads its stored configuration, and the same again from what it read', () => {
    const config = parseConfig(plugin.config, storedConfig);
    const again = parseConfig(plugin.config, JSON.parse(JSON.stringify(config)));
    expect(again).toEqual(config);
    expect(config).toBeInstanceOf(plugin.config);
  });

  it('refuses a field it does not know', () => {
    expect(() => parseConfig(plugin.config, { ...storedConfig, noSuchField: true })).toThrow('noSuchField');
  });

  it('draws a form: every field has a title and a type, and the sample sets each', () => {
    const schema = configSchema(plugin.config);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(untitledFields(schema, [])).toEqual([]);
    expect(new Set(Object.keys(storedConfig))).toEqual(new Set(Object.keys(schema.properties ?? {})));
  });

  it('still reads what its older versions stored', () => {
    if (plugin.configVersion > 1)
      expect(olderConfigs.map(({ version }) => version)).toContain(plugin.configVersion - 1);
    for (const { version, stored } of olderConfigs) {
      const upgraded = plugin.upgradeConfig?.(structuredClone(stored), version) ?? stored;
      expect(parseConfig(plugin.config, upgraded)).toBeInstanceOf(plugin.config);
    }
  });
};

const untitledFields = (schema: ConfigSchema, path: readonly string[]): readonly string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([property, field]) => {
    const here = [...path, property];
    if ('$ref' in field) return [here.join('.')];
    const below = field.items === undefined || '$ref' in field.items ? field : field.items;
    const isPlain = field.title !== undefined && (field.type !== undefined || field.enum !== undefined);
    return [...(isPlain ? [] : [here.join('.')]), ...untitledFields(below, here)];
  });

const describeSamples = <Config extends object>(
  plugin: PluginDefinition<Config>,
  samples: PluginSamples<Config>,
): void => {
  it('has a stage, and a sample for each of its stages and for its rule', () => {
    const present = [...pureStages, ...ioStages].filter((stage) => plugin[stage] !== undefined);
    expect(present.length).toBeGreaterThan(0);
    expect(present.filter((stage) => Object.keys(samples[stage] ?? {}).length === 0)).toEqual([]);
    expect(Object.keys(samples.rule ?? {}).length > 0).toBe(plugin.rule !== undefined);
  });
};

const describePureStage = (plugin: Plugin, stage: PureStage, samples: Named<SampleInput>): void => {
  for (const [name, input] of Object.entries(samples)) {
    it(`answers \`${stage}\` well ${name}: in shape, from its input alone, the same each time`, () => {
      deepFreeze(input);
      const [first, second] = withoutWorld(() => [
        askPure(plugin, stage, input),
        askPure(plugin, stage, input),
      ]);
      expect(first).not.toBeInstanceOf(Promise);
      expect(findAnswerFault(plugin, stage, first, input)).toBeNull();
      expect(second).toEqual(first);
      // What is stored with the claim must be the same when it is read back.
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    });
  }
};

const describeRule = (plugin: Plugin, samples: Named<RuleInput<object>>): void => {
  for (const [name, input] of Object.entries(samples)) {
    it(`says its rule ${name}: in shape, from its input alone, the same each time`, () => {
      deepFreeze(input);
      const [first, second] = withoutWorld(() => [plugin.rule?.(input), plugin.rule?.(input)]);
      expect(checkRule(first, plugin.messages)).toBeNull();
      expect(second).toEqual(first);
    });
  }
};

const noHttp: HostHttp = {
  fetch: (url) => Promise.reject(new Error(`No outside system was given to answer ${url}.`)),
};

const ioHost = (http: HostHttp): IoHost => ({
  http,
  now: aMoment('2026-05-13T12:00'),
  signal: new AbortController().signal,
});

const describeIoStages = <Config extends object>(
  plugin: PluginDefinition<Config>,
  { collect = {}, deliver = {} }: PluginSamples<Config>,
): void => {
  const each = <Input>(list: Named<IoSample<Input>>): [string, Input, IoHost][] =>
    Object.entries(list).map(([name, { input, http }]) => [name, deepFreeze(input), ioHost(http ?? noHttp)]);

  for (const [name, input, host] of each(collect)) {
    it(`answers \`collect\` well ${name}: in shape, each source key once, the same each time`, async () => {
      const answer = await plugin.collect?.(input, host);
      expect(checkCollectAnswer(answer)).toBeNull();
      const keys = [...(answer?.evidence ?? []), ...(answer?.facts ?? [])].map(({ sourceKey }) => sourceKey);
      expect(new Set(keys).size).toBe(keys.length);
      expect(await plugin.collect?.(input, host)).toEqual(answer);
    });
  }
  for (const [name, input, host] of each(deliver)) {
    it(`answers \`deliver\` well ${name}: in shape`, async () => {
      expect(checkDeliverAnswer(await plugin.deliver?.(input, host))).toBeNull();
    });
  }
};

const describeMessages = (plugin: Plugin, samples: PluginSamples<object>): void => {
  const reasons: Reason[] = [];
  beforeAll(() => {
    for (const stage of pureStages) {
      const inputs: readonly SampleInput[] = Object.values(samples[stage] ?? {});
      for (const input of inputs) reasons.push(...reasonsGiven(askPure(plugin, stage, input), input));
    }
    for (const input of Object.values(samples.rule ?? {})) reasons.push(...(plugin.rule?.(input) ?? []));
  });

  it('has messages that can be read, under codes in kebab-case', () => {
    for (const [code, { text, remedy }] of Object.entries(plugin.messages)) {
      expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(findMessageFault(text)).toBeNull();
      expect(remedy === undefined ? null : findMessageFault(remedy)).toBeNull();
    }
  });

  it('makes a whole sentence of every reason it gave, without codes or gaps', () => {
    for (const { code, facts } of reasons) {
      const message = plugin.messages[code];
      expect(message).toBeDefined();
      if (message === undefined) continue;
      const { text, remedy } = renderMessage(
        message,
        facts,
        { timeZone: 'America/Chicago', locale: 'en-US' },
        {},
      );
      for (const sentence of remedy === undefined ? [text] : [text, remedy]) {
        expect(sentence).toMatch(/^[\p{Lu}\p{N}"“].*[.?!]$/su);
        expect(sentence).not.toMatch(/undefined|null|NaN|\{|\}| {2}/);
      }
    }
  });

  it('gives every reason it has a message for in one of its samples', () => {
    const given = new Set(reasons.map(({ code }) => code));
    expect(Object.keys(plugin.messages).filter((code) => !given.has(code))).toEqual([]);
  });
};
