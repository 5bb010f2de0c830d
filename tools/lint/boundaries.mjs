// Who may import whom: the one table (docs/architecture.md), as constraints of Nx's rule over the tags in project.json.

const frameworks = ['@nestjs/*', 'typeorm', 'pg', 'pg-boss', 'fastify', '@fastify/*', '@angular/*'];
const testTools = ['@jest/globals', 'fast-check'];

/** One row: a tag, the tags it may import, and the packages it must not (or may only) import. */
const row = (tag, mayImport, packages = {}) => ({
  sourceTag: tag,
  onlyDependOnLibsWithTags: mayImport,
  ...packages,
});

export const boundaries = [
  row('scope:credit', [], { allowedExternalImports: testTools }),
  row('scope:plugin-kit', ['scope:credit'], { bannedExternalImports: frameworks }),
  row('scope:plugin', ['scope:plugin-kit', 'scope:credit'], { bannedExternalImports: frameworks }),
  row('scope:certificate-renderer', [], { bannedExternalImports: frameworks }),
  row('scope:api-client', []),
  row('scope:ui', ['scope:api-client', 'scope:credit']),
  row('scope:portal', ['scope:ui', 'scope:api-client', 'scope:credit']),
  row('scope:api', [
    'scope:credit',
    'scope:plugin-kit',
    'scope:certificate-renderer',
    'scope:api-client',
    // By plugins.ts alone: see the house rule `plugins-list`.
    'scope:plugin',
  ]),
  row('scope:e2e', ['scope:api-client', 'scope:credit', 'scope:tools']),
  row('scope:tools', [
    'scope:api',
    'scope:api-client',
    'scope:certificate-renderer',
    'scope:credit',
    'scope:plugin-kit',
    'scope:plugin',
  ]),
];

/**
 * Tools have no alias, so tests and tools reach each other and the API by path. That products do not import
 * tools is the house rule `no-tools-in-products`.
 */
export const allowedByPath = ['^(\\.\\./)+tools/', '^(\\.\\./)+apps/api/src/'];
