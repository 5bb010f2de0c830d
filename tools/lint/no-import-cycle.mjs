import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The values a module imports, by path: types vanish in the build, so they cannot make a cycle. */
const importPattern =
  /(?:^|[\n;])\s*(?:import|export)\s+(?!type\b)(?:[^'"();]*?\sfrom\s+)?['"](\.{1,2}\/[^'"]+)['"]/g;
/** `import { type A, type B } from …` brings types only as well. */
const onlyTypes = /^\s*(?:import|export)\s*\{\s*(?:type\s+[\w$]+(?:\s+as\s+[\w$]+)?\s*,?\s*)+\}\s*from/;

const known = new Map();

/** The project's modules that a module imports, read once for each state of the file. */
function importsOf(file) {
  const cached = known.get(file);
  if (cached) return cached;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const found = [];
  for (const match of text.matchAll(importPattern)) {
    if (onlyTypes.test(match[0].replace(/^[\n;]/, ''))) continue;
    const target = resolveModule(file, match[1]);
    if (target) found.push(target);
  }
  known.set(file, found);
  return found;
}

function resolveModule(file, from) {
  const target = path.resolve(path.dirname(file), from);
  return [target.replace(/\.js$/, '.ts'), target, `${target}.ts`, path.join(target, 'index.ts')].find(
    (candidate) => /\.m?[jt]s$/.test(candidate) && existsSync(candidate),
  );
}

/** The way from one module back to another along imports, or nothing. */
function wayBack(from, goal) {
  const cameFrom = new Map([[from, undefined]]);
  const queue = [from];
  for (let module = queue.shift(); module !== undefined; module = queue.shift()) {
    if (module === goal) {
      const way = [];
      for (let step = module; step !== undefined; step = cameFrom.get(step)) way.unshift(step);
      return way;
    }
    for (const next of importsOf(module)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, module);
      queue.push(next);
    }
  }
  return undefined;
}

const isTypeOnly = (node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (node.specifiers?.length > 0 &&
    node.specifiers.every((specifier) => specifier.importKind === 'type' || specifier.exportKind === 'type'));

/** Two modules that need each other to load are one module in two files, and load in an order nobody chose. */
export const noImportCycle = {
  meta: {
    type: 'problem',
    docs: { description: 'Modules do not import each other in a circle.' },
    schema: [],
  },
  create(context) {
    // An editor lints a file again after each change.
    known.delete(context.filename);
    const visit = (node) => {
      const from = node.source?.value;
      if (typeof from !== 'string' || !from.startsWith('.') || isTypeOnly(node)) return;
      const target = resolveModule(context.filename, from);
      const way = target && wayBack(target, context.filename);
      if (!way) return;
      const names = [context.filename, ...way].map((file) => path.relative(context.cwd, file));
      context.report({ node, message: `Imports go in a circle: ${names.join(' → ')}` });
    };
    return { ImportDeclaration: visit, ExportNamedDeclaration: visit, ExportAllDeclaration: visit };
  },
};
