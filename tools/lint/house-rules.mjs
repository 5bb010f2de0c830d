// House rules as lint rules: each is one function over the imports of one file.
import path from 'node:path';
import { noImportCycle } from './no-import-cycle.mjs';

/** The file's path in the project, with forward slashes. */
const inProject = (context) => path.relative(context.cwd, context.filename).replaceAll(path.sep, '/');

const isTest = (file) => /\.spec\.ts$/.test(file) || /^apps\/(api\/test|e2e)\//.test(file);

/** A rule that looks at what a file imports, by whatever syntax. */
function importRule(description, check) {
  return {
    meta: { type: 'problem', docs: { description }, schema: [] },
    create(context) {
      const file = inProject(context);
      const visit = (node, source, names) => {
        if (typeof source?.value !== 'string') return;
        const message = check({ file, from: source.value, names, target: resolve(file, source.value) });
        if (message) context.report({ node, message });
      };
      const named = (node) => (node.specifiers ?? []).map(({ imported, local }) => (imported ?? local)?.name);
      return {
        ImportDeclaration: (node) => visit(node, node.source, named(node)),
        ExportNamedDeclaration: (node) => visit(node, node.source, named(node)),
        ExportAllDeclaration: (node) => visit(node, node.source, []),
        ImportExpression: (node) => visit(node, node.source, []),
      };
    },
  };
}

const resolve = (file, from) =>
  from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : undefined;

const databaseDoors = [
  'DataSource',
  'QueryRunner',
  'InjectRepository',
  'InjectDataSource',
  'InjectEntityManager',
];

const oneDatabaseDoor = importRule(
  'TenantDatabase is the one door to the database: it sets the tenant.',
  ({ file, from, names }) => {
    if (!file.startsWith('apps/api/src/') || file.startsWith('apps/api/src/database/') || isTest(file))
      return undefined;
    if (from !== 'typeorm' && from !== '@nestjs/typeorm' && !from.startsWith('typeorm/')) return undefined;
    const door = names.find((name) => databaseDoors.includes(name));
    return (
      door && `${door} opens a second door to the database. Use TenantDatabase.transaction(context, work).`
    );
  },
);

const pluginsList = importRule(
  'apps/api/src/plugins.ts is the only list of installed plugins.',
  ({ file, from, target }) => {
    if (!file.startsWith('apps/api/src/') || file === 'apps/api/src/plugins.ts') return undefined;
    const isPlugin = from.startsWith('@laurel/plugins/') || target?.startsWith('plugins/');
    return isPlugin && 'Only apps/api/src/plugins.ts imports plugins; ask the registry instead.';
  },
);

const featureOf = (file) => /^apps\/api\/src\/([^/]+)\//.exec(file ?? '')?.[1];

const featureEntities = importRule(
  'Inside the API a feature calls another feature’s service, never its entities.',
  ({ file, target }) => {
    const own = featureOf(file);
    const other = featureOf(target);
    if (!target?.endsWith('.entity.js') || own === undefined || own === other) return undefined;
    // Entities refer to each other where tables do: the schema is one.
    if (own === 'database' || other === 'database' || file.endsWith('.entity.ts') || isTest(file))
      return undefined;
    return `The entity belongs to "${other}": call that feature’s service instead.`;
  },
);

const noToolsInProducts = importRule('What runs in production does not import tools.', ({ file, target }) => {
  if (!/^(apps|libs|plugins)\//.test(file) || isTest(file) || !target?.startsWith('tools/')) return undefined;
  // The operator's command line loads the demo, which lives with the tools.
  const isCommandLine = /^apps\/api\/src\/(cli\.ts|cli\/|operator\/)/.test(file);
  if (isCommandLine && target.startsWith('tools/demo/')) return undefined;
  return 'Tools are for development and tests; move what production needs into a library.';
});

const noProductInternals = importRule(
  'Outside the API, only tools and tests may reach into it.',
  ({ file, target }) =>
    target?.startsWith('apps/api/src/') && !/^(apps\/(api|e2e)|tools)\//.test(file)
      ? 'The API is reached over HTTP (@laurel/api-client).'
      : undefined,
);

const disableNeedsReason = {
  meta: {
    type: 'problem',
    docs: { description: 'A rule is switched off only with the reason beside it.' },
    schema: [],
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const isSwitch =
          /^\s*eslint-disable/.test(comment.value) ||
          /^\s*@ts-(expect-error|ignore|nocheck)/.test(comment.value);
        if (isSwitch && !/(--|:)\s+\S.{8,}/.test(comment.value)) {
          context.report({ loc: comment.loc, message: 'Say why on the same line: "-- the reason".' });
        }
      }
    },
  }),
};

export default {
  meta: { name: 'laurel' },
  rules: {
    'disable-needs-reason': disableNeedsReason,
    'feature-entities': featureEntities,
    'no-import-cycle': noImportCycle,
    'no-product-internals': noProductInternals,
    'no-tools-in-products': noToolsInProducts,
    'one-database-door': oneDatabaseDoor,
    'plugins-list': pluginsList,
  },
};
