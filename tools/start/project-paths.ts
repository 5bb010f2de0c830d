import path from 'node:path';

/** The compiled project: this module runs from `dist/tools/start`. */
const dist = path.resolve(import.meta.dirname, '..', '..');

/** The project's root. */
export const projectRoot = path.dirname(dist);

/** What a start runs, and what decides whether it must run again. */
export const programs = {
  /** The operator's command line: `migrate`, `tenant`, `import` and more. */
  commandLine: path.join(dist, 'apps/api/src/cli.js'),
  /** The HTTP server with the worker in it. */
  api: path.join(dist, 'apps/api/src/main.js'),
  /** Loads the demo with the operator's own commands. */
  demo: path.join(dist, 'tools/demo/main.js'),
  /** The demo's identity provider. */
  identityProvider: path.join(dist, 'tools/demo/identity-provider-main.js'),
  /** What the demo is made of; a change loads it again. */
  demoFolder: path.join(dist, 'tools/demo'),
  /** The migrations; a change runs them again. */
  migrations: path.join(dist, 'apps/api/src/database/migrations'),
} as const;
