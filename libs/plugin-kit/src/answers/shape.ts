import type { Plugin } from '../plugin.js';

/**
 * The checks below are written by hand because `offer` is checked a thousand times per catalogue. Each says what
 * is wrong in words for the plugin's author, or `null`.
 */
export type Fault = string | null;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const isFact = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/** A reason: a code among the plugin's messages, and facts that a sentence can be made of. */
export const findReasonFault = (reason: unknown, messages: Plugin['messages']): Fault => {
  if (!isRecord(reason)) return 'the reason is not an object';
  const { code, facts } = reason;
  if (!isText(code)) return 'the reason has no code';
  if (!Object.hasOwn(messages, code)) return `the reason code "${code}" has no message`;
  if (!isRecord(facts)) return `the reason "${code}" has no facts`;
  for (const key in facts) {
    if (!isFact(facts[key]))
      return `the fact "${key}" of "${code}" is not a text, number, yes or no, or list of texts`;
  }
  return null;
};

/** Checks a list entry by entry and says which one is wrong. */
export const findListFault = (
  list: unknown,
  name: string,
  findEntryFault: (entry: Readonly<Record<string, unknown>>) => Fault,
): Fault => {
  if (!Array.isArray(list)) return `${name} is not a list`;
  for (const [index, entry] of list.entries()) {
    const fault = isRecord(entry) ? findEntryFault(entry) : 'is not an object';
    if (fault !== null) return `${name}[${String(index)}]: ${fault}`;
  }
  return null;
};

/** Says which of the named fields is not a text of at least one character. */
export const findTextFault = (entry: Readonly<Record<string, unknown>>, fields: readonly string[]): Fault => {
  const missing = fields.find((field) => !isText(entry[field]));
  return missing === undefined ? null : `${missing} is not a text`;
};

/** Says the first fault among checks that run one after the other. */
export const firstFault = (...checks: readonly (() => Fault)[]): Fault => {
  for (const check of checks) {
    const fault = check();
    if (fault !== null) return fault;
  }
  return null;
};

export const findDuplicateFault = (list: readonly unknown[], name: string): Fault =>
  new Set(list).size === list.length ? null : `two entries have the same ${name}`;
