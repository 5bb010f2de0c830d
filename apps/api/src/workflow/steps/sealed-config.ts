import { canonical } from '../../database/same-json.js';
import type { Plugin } from '@laurel/plugin-kit';
import { secretPaths } from '@laurel/plugin-kit';
import { mapSecrets } from './plugin-config.js';

type Config = Readonly<Record<string, unknown>>;

/** What a sealed secret is stored as; an object, so that no text a person writes can be taken for one. */
const SEALED = '$sealed';

/** A copy of a configuration with every secret that is set sealed, as it is stored. */
export const sealConfig = (
  plugin: Plugin,
  config: Config,
  seal: (secret: string) => string,
): Record<string, unknown> =>
  mapSecrets(plugin, config, (secret) => (secret === '' ? '' : { [SEALED]: seal(secret) }));

/**
 * A copy of a stored configuration with every sealed text opened, wherever an older version of the plugin had it;
 * `undefined` takes it out. Throws what `open` throws.
 */
export const openConfig = (
  config: Config,
  open: (sealed: string) => string | undefined,
): Record<string, unknown> => {
  const opened = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(opened);
    if (typeof value !== 'object' || value === null) return value;
    const sealed: unknown = Reflect.get(value, SEALED);
    return typeof sealed === 'string' ? open(sealed) : openFields(value);
  };
  const openFields = (value: object): Record<string, unknown> =>
    Object.fromEntries(Object.entries(value).map(([key, field]: [string, unknown]) => [key, opened(field)]));
  return openFields(config);
};

/**
 * A copy of what is to be saved, with the secrets that it leaves out taken from what is stored, both opened. `null`
 * takes a secret out. An item of a list keeps its secrets while nothing else about it changes: a secret never moves
 * to another item's address.
 */
export const keepSecrets = (plugin: Plugin, given: Config, stored: Config): Record<string, unknown> => {
  const copy = structuredClone(given);
  keepAt(
    copy,
    stored,
    secretPaths(plugin.config).map((path) => path.split('.')),
  );
  return copy;
};

type Path = readonly string[];

const keepAt = (given: unknown, stored: unknown, paths: readonly Path[]): void => {
  if (!isObject(given) || !isObject(stored)) return;
  const steps = new Set(paths.map(([first]) => first).filter((first) => first !== undefined));
  for (const step of steps) {
    const rest = paths.filter(([first]) => first === step).map(([, ...after]) => after);
    if (step === '*') {
      keepInList(given, stored, rest);
    } else if (rest.some((after) => after.length === 0)) {
      const secret: unknown = Reflect.get(stored, step);
      if (Reflect.get(given, step) === undefined && typeof secret === 'string') {
        Reflect.set(given, step, secret);
      }
    } else {
      keepAt(Reflect.get(given, step), Reflect.get(stored, step), rest);
    }
  }
};

const keepInList = (given: object, stored: object, paths: readonly Path[]): void => {
  if (!Array.isArray(given) || !Array.isArray(stored)) return;
  const known: unknown[] = stored;
  for (const item of given as readonly unknown[]) {
    const shown = canonical(without(item, paths));
    keepAt(
      item,
      known.find((one) => canonical(without(one, paths)) === shown),
      paths,
    );
  }
};

/** A copy without what lies at these paths. */
const without = (value: unknown, paths: readonly Path[]): unknown => {
  if (!isObject(value)) return value;
  const copy: object = structuredClone(value);
  for (const path of paths) removeAt(copy, path);
  return copy;
};

const removeAt = (value: unknown, [first, ...rest]: Path): void => {
  if (first === undefined || !isObject(value)) return;
  if (rest.length === 0) Reflect.deleteProperty(value, first);
  else
    for (const key of first === '*' ? Object.keys(value) : [first]) removeAt(Reflect.get(value, key), rest);
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
