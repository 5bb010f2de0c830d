import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { allowedByPath, boundaries } from './tools/lint/boundaries.mjs';
import houseRules from './tools/lint/house-rules.mjs';
import { loadProjectGraph } from './tools/lint/project-graph.mjs';

// Without the graph Nx's rule would let everything pass with no more than a remark.
await loadProjectGraph();

const tests = [
  '**/*.spec.ts',
  'apps/api/test/**/*.ts',
  'apps/e2e/**/*.ts',
  'libs/*/test/**/*.ts',
  'tools/testing/**/*.ts',
];

// V8 takes a function written right into a property for one that stays, and puts it among what is old; a request's
// function then holds what it sees, and all that hangs on it, until the next major collection. Fields are compiled to
// such assignments.
const functionsInProperties = [
  'AssignmentExpression[left.type="MemberExpression"] > :matches(ArrowFunctionExpression, FunctionExpression).right',
  'PropertyDefinition[static=false] > :matches(ArrowFunctionExpression, FunctionExpression).value',
].map((selector) => ({
  selector,
  message:
    'A function written right into a property outlives its request; give it a name first, or make it a method.',
}));

export default typescript.config(
  {
    ignores: [
      '**/node_modules',
      'dist',
      '.laurel',
      '.angular',
      '.nx',
      'coverage',
      '**/screenshots',
      '**/*.generated.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js'],
    plugins: { laurel: houseRules },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'laurel/disable-needs-reason': 'error',
      'laurel/no-import-cycle': 'error',
    },
  },
  { files: ['apps/portal/offline/*.js'], languageOptions: { globals: globals.serviceworker } },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [typescript.configs.base],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.d.ts', '**/*.d.mts'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, laurel: houseRules },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: allowedByPath, depConstraints: boundaries }],
      'laurel/feature-entities': 'error',
      'laurel/no-product-internals': 'error',
      'laurel/no-tools-in-products': 'error',
      'laurel/one-database-door': 'error',
      'laurel/plugins-list': 'error',
      // An assertion that narrows hides a doubt; a check removes it.
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Nest modules and Angular components are classes that hold nothing but a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A class here is often only the shape of plain data (entities, request bodies, configuration): one class is
      // the schema. And strings are spread by code point on purpose.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A constructor that only hands on is what tells Nest the types to inject into a subclass.
      '@typescript-eslint/no-useless-constructor': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // An asynchronous port may have an implementation that has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: tests,
    rules: {
      // A journey or a table of cases reads better whole.
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Tests look at parsed answers, whose shape the assertions themselves prove.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['apps/api/src/**/*.ts', 'libs/credit/**/*.ts', 'libs/plugin-kit/**/*.ts', 'plugins/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...functionsInProperties] },
  },
  {
    files: ['apps/portal/**/*.ts', 'libs/ui/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['apps/portal/**/*.html', 'libs/ui/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  prettier,
);
