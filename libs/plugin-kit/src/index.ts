export * from './answers/io.js';
export * from './answers/pure.js';
export type { Fault } from './answers/shape.js';
export {
  Field,
  IsDay,
  IsLocalDateTime,
  ListOf,
  Nested,
  referenceKinds,
  RefersTo,
  Secret,
  type ReferenceKind,
} from './config/field.js';
export * from './config/no-config.js';
export * from './config/parse.js';
export * from './config/schema.js';
export * from './deep-freeze.js';
export * from './is-before.js';
export * from './host-facts.js';
export type { Voice } from './messages/fact-format.js';
export * from './messages/render.js';
export * from './plugin.js';
export * from './stages.js';
export * from './temporal-text.js';
export * from './views.js';
