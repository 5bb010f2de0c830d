import { instanceToPlain } from 'class-transformer';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { ConfigClass } from '../plugin.js';
import { childClass, fieldAnnotation, referenceKinds, type ChildClass, type ReferenceKind } from './field.js';

/** JSON Schema (as OpenAPI 3 has it) of a configuration: draws the admin form and documents the field. */
export type ConfigSchema = ReturnType<typeof targetConstructorToSchema>;

/**
 * The schema of a configuration class, nested classes written in place. Secrets are `writeOnly` with format
 * `password`; fields that the class sets have their `default`, those that name something else `x-refers-to`.
 */
export const configSchema = <Config extends object>(config: ConfigClass<Config>): ConfigSchema =>
  schemaOf(config);

const REFERS_TO = 'x-refers-to';

const schemaOf = (owner: ChildClass): ConfigSchema => {
  const schema = targetConstructorToSchema(owner, {
    additionalConverters: {
      // The library would point to classes by bare name, which two plugins may share.
      nestedValidation: (meta) => {
        const child =
          typeof meta.target === 'string' ? undefined : childClass(meta.target, meta.propertyName);
        return child === undefined ? { type: 'object' } : schemaOf(child);
      },
    },
  });
  const defaults: Record<string, unknown> = instanceToPlain(new owner());
  for (const [property, field] of Object.entries(schema.properties ?? {})) {
    const { isSecret, refersTo, ...shown } = fieldAnnotation(owner, property);
    Object.assign(field, shown, isSecret === true ? { writeOnly: true, format: 'password' } : {});
    if (refersTo !== undefined) Object.assign(field, { [REFERS_TO]: refersTo });
    const standard = defaults[property];
    if (standard !== undefined && isSecret !== true) Object.assign(field, { default: standard });
  }
  return { type: 'object', properties: {}, ...schema, additionalProperties: false };
};

/** Where the secrets of a configuration lie, e.g. `apiKey` or `targets.*.token`; `*` stands for every index. */
export const secretPaths = (config: ConfigClass<object>): readonly string[] =>
  pathsIn(configSchema(config), []);

const pathsIn = (schema: ConfigSchema, path: readonly string[]): readonly string[] => [
  ...(schema.writeOnly === true ? [path.join('.')] : []),
  ...Object.entries(schema.properties ?? {}).flatMap(([property, field]) =>
    '$ref' in field ? [] : pathsIn(field, [...path, property]),
  ),
  ...(schema.items === undefined || '$ref' in schema.items ? [] : pathsIn(schema.items, [...path, '*'])),
];

/** A name in a configuration that stands for something the society has elsewhere. */
export interface ConfigReference {
  /** Where, e.g. `documents.0.creditTypes.1`. */
  readonly path: string;
  readonly kind: ReferenceKind;
  readonly name: string;
}

/**
 * The names that a stored configuration gives in fields marked with `RefersTo`, in their order. What is out of shape
 * is passed over: `parseConfig` refuses it. Names that the class itself sets as defaults are a matter of the plugin's.
 */
export const configReferences = (
  config: ConfigClass<object>,
  stored: unknown,
): readonly ConfigReference[] => {
  const schema = configSchema(config);
  const shipped = referencesIn(schema, instanceToPlain(new config()), []).map(referenceKey);
  return referencesIn(schema, stored, []).filter((reference) => !shipped.includes(referenceKey(reference)));
};

const referenceKey = ({ kind, name }: ConfigReference): string => `${kind} ${name}`;

const referencesIn = (
  schema: ConfigSchema,
  value: unknown,
  path: readonly string[],
  above?: ReferenceKind,
): readonly ConfigReference[] => {
  const own: unknown = Reflect.get(schema, REFERS_TO);
  const kind = referenceKinds.find((known) => known === own) ?? above;
  if (typeof value === 'string') {
    return kind === undefined ? [] : [{ path: path.join('.'), kind, name: value }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const { items, properties } = schema;
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) => {
    const inner = Array.isArray(value) ? items : properties?.[key];
    return inner === undefined || '$ref' in inner ? [] : referencesIn(inner, child, [...path, key], kind);
  });
};
