const aliases = {
  '^@laurel/plugin-kit/conformance$': '<rootDir>/libs/plugin-kit/src/conformance/index.ts',
  '^@laurel/credit/unit$': '<rootDir>/libs/credit/src/unit.ts',
  '^@laurel/plugins/([^/]+)$': '<rootDir>/plugins/$1/src/index.ts',
  '^@laurel/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

/** One Jest project; ES modules through SWC, exactly as the build compiles them. */
const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  // .swcrc rewrites the @laurel aliases for the build; under Jest the mapper below does it.
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'es6' },
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: aliases,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.laurel/'],
  ...extra,
});

/** One real PostgreSQL for the run; each test file clones the migrated template. */
const withPostgres = {
  globalSetup: '<rootDir>/tools/testing/postgres-setup.mjs',
  globalTeardown: '<rootDir>/tools/testing/postgres-teardown.mjs',
};

export default {
  // Real browsers and databases on a busy machine take their time; a hang is still told.
  testTimeout: 60_000,
  projects: [
    project(
      'unit',
      [
        'libs/{credit,plugin-kit,api-client}/**/*.spec.ts',
        'plugins/**/*.spec.ts',
        'libs/ui/src/**/*.spec.ts',
        'apps/portal/src/**/*.spec.ts',
        'tools/**/*.spec.ts',
        'apps/api/src/**/*.spec.ts',
      ],
      {
        testPathIgnorePatterns: [
          '/node_modules/',
          '/tools/(bootstrap|build|docker|lint|postgres|process|start|test)/',
        ],
      },
    ),
    project('tools', ['tools/{bootstrap,build,docker,lint,postgres,process,start,test}/**/*.spec.ts']),
    project('renderer', ['libs/certificate-renderer/**/*.spec.ts']),
    project('api', ['apps/api/test/**/*.spec.ts'], withPostgres),
    project('e2e', ['apps/e2e/**/*.spec.ts'], withPostgres),
  ],
};
