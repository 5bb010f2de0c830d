import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Where the plugin contract is kept as text; a change of it shows as a diff. */
export const CONTRACT_FILE = 'libs/plugin-kit/plugin-contract.golden.txt';

const ENTRIES = [
  ['@laurel/plugin-kit', 'libs/plugin-kit/src/index.ts'],
  ['@laurel/plugin-kit/conformance', 'libs/plugin-kit/src/conformance/index.ts'],
] as const;
const REGENERATE = 'npm run generate:plugin-contract';

/**
 * All that a plugin can import from the kit, as declarations without comments, by name. Types of other packages are
 * named, not written out.
 *
 * @param root the project's folder
 * @throws Error when the kit cannot be compiled
 */
export const pluginContract = (root: string): string => {
  const declarations = emittedDeclarations(root);
  const program = programOver(declarations, root);
  const parts = ENTRIES.map(([name, entry]) =>
    [`// ${name}`, ...surfaceOf(program, declarationPath(root, entry))].join('\n\n'),
  );
  return [`// Written by \`${REGENERATE}\`; a plugin built for another contract may not fit.`, ...parts, '']
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n');
};

const declarationPath = (root: string, file: string): string =>
  path.join(root, file).replace(/\.ts$/, '.d.ts');

/** The declarations of every file the entries reach, by path; nothing is written. */
const emittedDeclarations = (root: string): ReadonlyMap<string, string> => {
  const config = path.join(root, 'tsconfig.base.json');
  const read = ts.readConfigFile(config, (file) => readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  const program = ts.createProgram(
    ENTRIES.map(([, entry]) => path.join(root, entry)),
    { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true, removeComments: true },
  );
  const emitted = new Map<string, string>();
  program.emit(undefined, (file, text) => emitted.set(path.normalize(file), text));
  if (emitted.size === 0) throw new Error('The plugin kit could not be compiled');
  return emitted;
};

/** A program over files that are only in memory; what lies outside of them is left unresolved. */
const programOver = (files: ReadonlyMap<string, string>, root: string): ts.Program => {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ESNext,
    noLib: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  host.getCurrentDirectory = () => root;
  host.fileExists = (file) => files.has(path.normalize(file));
  host.readFile = (file) => files.get(path.normalize(file));
  host.getSourceFile = (file, version) => {
    const text = files.get(path.normalize(file));
    return text === undefined ? undefined : ts.createSourceFile(file, text, version, true);
  };
  return ts.createProgram([...files.keys()], options, host);
};

const surfaceOf = (program: ts.Program, entry: string): readonly string[] => {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} exports nothing`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => {
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
      const texts = (target.declarations ?? []).map((declaration) => statementOf(declaration).getText());
      return { name: symbol.name, text: [...new Set(texts)].join('\n') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, text }) => (text === '' ? `export ${name};` : text));
};

/** `const` is declared inside a statement; the statement says the whole of it. */
const statementOf = (node: ts.Node): ts.Node => (ts.isVariableDeclaration(node) ? node.parent.parent : node);
