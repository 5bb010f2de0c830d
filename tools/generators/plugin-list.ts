import type { PluginName } from './plugin-name.js';

const IMPORT = /^import \{ \w+Plugin \} from '@laurel\/plugins\/[a-z0-9-]+';$/;
const ENTRY = /^ {2}\w+Plugin,$/;

/**
 * Adds a plugin to the source of `apps/api/src/plugins.ts`, in alphabetical order.
 *
 * @throws Error when the file no longer looks like the list it was; then a person adds the two lines.
 */
export const addToPluginList = (source: string, { key, camel }: PluginName): string => {
  const withImport = addSorted(source, IMPORT, `import { ${camel}Plugin } from '@laurel/plugins/${key}';`);
  return addSorted(withImport, ENTRY, `  ${camel}Plugin,`);
};

/** Puts a line among the lines of its kind; they stand together. */
const addSorted = (source: string, kind: RegExp, added: string): string => {
  const lines = source.split('\n');
  const own = lines.filter((line) => kind.test(line));
  const first = lines.findIndex((line) => kind.test(line));
  if (first === -1 || own.includes(added)) {
    throw new Error(
      `apps/api/src/plugins.ts could not be read as a list. Add this line to it yourself: ${added.trim()}`,
    );
  }
  const sorted = [...own, added].sort((a, b) => (a < b ? -1 : 1));
  return [...lines.slice(0, first), ...sorted, ...lines.slice(first + own.length)].join('\n');
};
