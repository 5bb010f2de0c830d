import type { TemplateValue } from './template-value.js';

/**
 * A deep copy of plain data in the shape that templates see. Only own enumerable strings, numbers, booleans,
 * lists and records survive; functions, symbols and class instances' prototypes do not.
 */
export function toTemplateValue(value: unknown): TemplateValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(toTemplateValue);
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, toTemplateValue(member)]));
}
