import { instanceToPlain } from 'class-transformer';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { ConfigClass } from '../plugin.js';
import { childClass, fieldAnnotation, type ChildClass } from './field.js';

/** JSON Schema (as OpenAPI 3 has it) of a configuration: draws the admin form and documents the field. */
export type ConfigSchema = ReturnType<typeof targetConstructorToSchema>;

/**
 * The schema of a configuration class, nested classes written in place. Secrets are `writeOnly` with format
 * `password`; fields that the class sets have their `default`.
 */
export const configSchema = <Config extends object>(config: ConfigClass<Config>): ConfigSchema =>
  schemaOf(config);

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
    const { isSecret, ...shown } = fieldAnnotation(owner, property);
    Object.assign(field, shown, isSecret === true ? { writeOnly: true, format: 'password' } : {});
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
