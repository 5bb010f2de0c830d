import { describe, expect, it } from '@jest/globals';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, Min } from 'class-validator';
import fc from 'fast-check';
import { Field, IsDay, IsLocalDateTime, ListOf, Nested, RefersTo, Secret } from './field.js';
import { NoConfig } from './no-config.js';
import { ConfigRefusedError, parseConfig } from './parse.js';
import { configReferences, configSchema, secretPaths } from './schema.js';

class Target {
  @Field('Name')
  @IsString()
  @IsNotEmpty()
  name: string;

  @Field('Token')
  @Secret()
  @IsString()
  token: string;
}

class Limits {
  @Field('Most')
  @IsInt()
  @Min(1)
  @Max(9)
  most = 5;
}

class Everything {
  @Field('Label', 'What it is called.')
  @IsString()
  label = 'Standard';

  @Field('Kind')
  @IsIn(['one', 'two'])
  kind: 'one' | 'two';

  @Field('On')
  @IsOptional()
  @IsBoolean()
  isOn?: boolean;

  @Field('Last day')
  @IsOptional()
  @IsDay()
  lastDay?: string;

  @Field('Closes')
  @IsOptional()
  @IsLocalDateTime()
  closesAt?: string;

  @Field('Key')
  @Secret()
  @IsOptional()
  @IsString()
  apiKey?: string;

  @Field('Targets')
  @ListOf(() => Target, { most: 2 })
  targets: Target[] = [];

  @Field('Limits')
  @IsOptional()
  @Nested(() => Limits)
  limits?: Limits;
}

const faultsOf = (stored: unknown): readonly (readonly [string, string])[] => {
  try {
    parseConfig(Everything, stored);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigRefusedError)) throw error;
    return error.faults.map(({ path, reason }) => [path, reason] as const);
  }
};
const good = { kind: 'one', targets: [{ name: 'ABP', token: 's3cret' }] };

describe('parseConfig', () => {
  it('makes an instance of the class, with defaults, frozen', () => {
    const config = parseConfig(Everything, { ...good, limits: {} });
    expect(config).toBeInstanceOf(Everything);
    expect(config.targets[0]).toBeInstanceOf(Target);
    expect([config.label, config.limits?.most]).toEqual(['Standard', 5]);
    expect(Object.isFrozen(config.targets[0])).toBe(true);
  });

  it('takes null for a field that is not set', () => {
    const config = parseConfig(Everything, { ...good, label: null, lastDay: null, limits: { most: null } });
    expect([config.label, config.lastDay, config.limits?.most]).toEqual(['Standard', undefined, 5]);
  });

  it('names every fault by its path', () => {
    const stored = {
      kind: 'three',
      lastDay: '2026-02-30',
      closesAt: '2026-05-11T09:00Z',
      targets: [{ name: '', token: 1 }, 'text'],
      limits: { most: 10 },
      extra: 1,
    };
    const paths = new Set(faultsOf(stored).map(([path]) => path));
    expect([...paths].sort()).toEqual([
      'closesAt',
      'extra',
      'kind',
      'lastDay',
      'limits.most',
      'targets.0.name',
      'targets.0.token',
      'targets.1',
    ]);
  });

  it('converts nothing and knows no other fields, nested ones included', () => {
    expect(faultsOf({ ...good, isOn: 'true' })).toEqual([['isOn', 'isOn must be a boolean value']]);
    expect(faultsOf({ ...good, limits: { most: '5' } }).map(([path]) => path)).toContain('limits.most');
    expect(faultsOf({ ...good, limits: { least: 1 } })).toEqual([
      ['limits.least', 'property least should not exist'],
    ]);
    expect(() => parseConfig(NoConfig, { any: 1 })).toThrow('property any should not exist');
    expect(parseConfig(NoConfig, {})).toBeInstanceOf(NoConfig);
  });

  it.each([null, 'text', 7, [], undefined])('refuses %j as a configuration', (stored) => {
    expect(faultsOf(stored)).toEqual([['', 'the configuration must be an object of fields']]);
  });

  it('gives an instance or faults for anything whatever', () => {
    fc.assert(
      fc.property(fc.object(), (stored) => {
        expect(faultsOf(stored).length).toBeGreaterThan(0);
      }),
    );
    const sly: unknown = JSON.parse('{"kind":"one","__proto__":{"isOn":true}}');
    expect(parseConfig(Everything, sly).isOn).toBeUndefined();
  });
});

describe('configSchema', () => {
  it('draws the form: types, choices, titles, help, formats, defaults, nested classes in place', () => {
    expect(configSchema(Everything)).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['label', 'kind', 'targets'],
      properties: {
        label: { type: 'string', title: 'Label', description: 'What it is called.', default: 'Standard' },
        kind: { type: 'string', enum: ['one', 'two'], title: 'Kind' },
        isOn: { type: 'boolean', title: 'On' },
        lastDay: { type: 'string', format: 'date', title: 'Last day' },
        closesAt: { type: 'string', format: 'datetime-local', title: 'Closes' },
        apiKey: { type: 'string', format: 'password', writeOnly: true, title: 'Key' },
        targets: {
          type: 'array',
          title: 'Targets',
          minItems: 0,
          maxItems: 2,
          default: [],
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'token'],
            properties: {
              name: { type: 'string', minLength: 1, title: 'Name' },
              token: { type: 'string', format: 'password', writeOnly: true, title: 'Token' },
            },
          },
        },
        limits: {
          type: 'object',
          title: 'Limits',
          additionalProperties: false,
          required: ['most'],
          properties: { most: { type: 'integer', minimum: 1, maximum: 9, title: 'Most', default: 5 } },
        },
      },
    });
  });

  it('knows where the secrets are', () => {
    expect(secretPaths(Everything)).toEqual(['apiKey', 'targets.*.token']);
  });

  it('draws an empty form for a class without fields', () => {
    expect(configSchema(NoConfig)).toEqual({ type: 'object', properties: {}, additionalProperties: false });
  });
});

class Rule {
  @Field('Credit types')
  @RefersTo('credit-type')
  @IsString({ each: true })
  creditTypes: string[] = [];

  @Field('Form')
  @RefersTo('form')
  @IsString()
  formKey = 'overall';
}
class Naming {
  @Field('Rules')
  @ListOf(() => Rule)
  rules: Rule[] = [];

  @Field('Template')
  @RefersTo('template')
  @IsString()
  template = 'shipped';

  @Field('Label')
  @IsString()
  label = '';
}

describe('configReferences', () => {
  it('finds every name of something else, with its kind and path', () => {
    const stored = {
      rules: [{ creditTypes: ['ama-pra-1', 'aapa'], formKey: 'overall' }, { formKey: 'session' }],
      template: 'cme',
      label: 'cme',
    };
    expect(configReferences(Naming, stored)).toEqual([
      { path: 'rules.0.creditTypes.0', kind: 'credit-type', name: 'ama-pra-1' },
      { path: 'rules.0.creditTypes.1', kind: 'credit-type', name: 'aapa' },
      { path: 'rules.0.formKey', kind: 'form', name: 'overall' },
      { path: 'rules.1.formKey', kind: 'form', name: 'session' },
      { path: 'template', kind: 'template', name: 'cme' },
    ]);
  });

  it('leaves out what the class sets by itself, and what is out of shape', () => {
    expect(
      configReferences(Naming, { template: 'shipped', rules: [7, null, 'text', { formKey: 1 }] }),
    ).toEqual([]);
    expect(configReferences(Naming, null)).toEqual([]);
  });

  it('is in the schema, for the screens that draw the field', () => {
    const { properties } = configSchema(Naming);
    expect(properties?.['template']).toMatchObject({ type: 'string', 'x-refers-to': 'template' });
    expect(properties?.['label']).not.toHaveProperty('x-refers-to');
  });
});
