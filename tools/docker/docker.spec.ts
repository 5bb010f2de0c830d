import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseDockerfile } from './dockerfile.fixture.js';

const root = path.resolve(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Service {
  entrypoint?: string[];
  image?: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test?: string[] };
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  security_opt?: string[];
  cap_drop?: string[];
}

const instructions = parseDockerfile(read('docker/Dockerfile'));
const lastStage = Math.max(...instructions.map(({ stage }) => stage));
const runtime = instructions.filter(({ stage }) => stage === lastStage);
const compose = parse(read('docker/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const ofImage = Object.entries(compose.services).filter(([, { image }]) => image === 'laurel');

/** The variables that the API knows, from the class that validates them, and those of Node and the containers. */
const knownVariables = new Set([
  ...[
    ...read('apps/api/src/config/environment-variables.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+)[?!]?(?::| =)/gm),
  ].map(([, name]) => name),
  'NODE_ENV',
  // Read by the S3 client itself.
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
]);

/** The compiled entries that a command names. */
const entriesOf = (words: readonly string[]): string[] => words.filter((word) => word.startsWith('dist/'));

/** `dist/apps/api/src/main.js` is built from `apps/api/src/main.ts`. */
const sourceOf = (entry: string): string => entry.replace(/^dist\//, '').replace(/\.js$/, '.ts');

const jsonWords = (value: string): string[] => JSON.parse(value) as string[];

/** Runs a health check against a server on this machine that answers everything with this status. */
async function checkAgainst(status: number, [program, ...args]: readonly string[], portVariable: string) {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const child = spawn(process.execPath, args, { env: { [portVariable]: String(port) }, stdio: 'ignore' });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  server.close();
  return { program, asked, code };
}

describe('the image', () => {
  it('is built from Node 26 in both stages', () => {
    expect(instructions.filter(({ keyword }) => keyword === 'FROM').map(({ value }) => value)).toEqual([
      'node:26-bookworm-slim AS build',
      'node:26-bookworm-slim',
    ]);
  });

  it('runs as an ordinary user, from before its command on', () => {
    const keywords = runtime.map(({ keyword }) => keyword);
    expect(runtime.filter(({ keyword }) => keyword === 'USER').map(({ value }) => value)).toEqual(['node']);
    expect(keywords.indexOf('USER')).toBeLessThan(keywords.indexOf('CMD'));
    expect(keywords.slice(keywords.indexOf('USER'))).not.toContain('COPY');
  });

  it('starts the API without a shell, so that SIGTERM reaches it', () => {
    const words = jsonWords(runtime.find(({ keyword }) => keyword === 'CMD')?.value ?? '[]');
    expect(entriesOf(words)).toEqual(['dist/apps/api/src/main.js']);
    expect(words[0]).toBe('node');
  });

  it.each([
    [200, 0],
    [503, 1],
  ])('takes an answer of %i from /health/ready as exit code %i', async (status, expected) => {
    const { value = '' } = runtime.find(({ keyword }) => keyword === 'HEALTHCHECK') ?? {};
    const words = jsonWords(value.slice(value.indexOf('CMD ') + 4));
    expect(await checkAgainst(status, words, 'PORT')).toEqual({
      program: 'node',
      asked: ['/health/ready'],
      code: expected,
    });
  });

  it('sets only variables that Laurel knows', () => {
    const names = runtime
      .filter(({ keyword }) => keyword === 'ENV')
      .flatMap(({ value }) => [...value.matchAll(/(?:^|\s)([A-Z_][A-Z0-9_]*)=/g)].map(([, name]) => name));
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => name === undefined || !knownVariables.has(name))).toEqual([]);
  });

  it('copies only what exists in the project or comes from the build', () => {
    const sources = instructions
      .filter(({ keyword, stage }) => keyword === 'COPY' && stage === 0)
      .flatMap(({ value }) => value.split(/\s+/).slice(0, -1));
    expect(sources).toContain('package-lock.json');
    expect(sources.filter((source) => !existsSync(path.join(root, source)))).toEqual([]);
    const fromBuild = runtime.filter(({ keyword }) => keyword === 'COPY').map(({ value }) => value);
    expect(fromBuild.every((value) => value.startsWith('--from=build /laurel/'))).toBe(true);
  });

  it('leaves secrets, data and built files out of its context', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.laurel', 'node_modules', 'dist', '**/.env']));
  });
});

describe('the compose file', () => {
  it('runs API, worker and migrations from the one image, with commands that the build makes', () => {
    expect(ofImage.map(([name]) => name).sort()).toEqual(['api', 'migrate', 'operator', 'worker']);
    const entries = ofImage.flatMap(([, { command, entrypoint = [] }]) =>
      entriesOf(command === undefined ? ['dist/apps/api/src/main.js'] : [...entrypoint, ...command]),
    );
    expect(entries.sort()).toEqual([
      'dist/apps/api/src/cli.js',
      'dist/apps/api/src/cli.js',
      'dist/apps/api/src/main.js',
      'dist/apps/api/src/worker.js',
    ]);
    expect(entries.filter((entry) => !existsSync(path.join(root, sourceOf(entry))))).toEqual([]);
  });

  it('sets only variables that Laurel knows', () => {
    for (const [name, { environment }] of ofImage) {
      const unknown = Object.keys(environment ?? {}).filter((key) => !knownVariables.has(key));
      expect({ name, unknown }).toEqual({ name, unknown: [] });
    }
  });

  it.each([
    [200, 0],
    [503, 1],
  ])('takes an answer of %i from the worker’s /health/ready as exit code %i', async (status, expected) => {
    const { healthcheck, environment } = compose.services['worker'] ?? {};
    const [kind, ...words] = healthcheck?.test ?? [];
    expect({ kind, port: environment?.['WORKER_PORT'] }).toEqual({ kind: 'CMD', port: '3001' });
    expect(await checkAgainst(status, words, 'WORKER_PORT')).toEqual({
      program: 'node',
      asked: ['/health/ready'],
      code: expected,
    });
  });

  it('takes mail server, storage and proxy from the settings, and fixes none of them', () => {
    const example = read('docker/example.env');
    for (const name of ['SMTP_URL', 'STORAGE', 'S3_BUCKET', 'S3_ENDPOINT', 'LAUREL_TRUST_PROXY']) {
      for (const service of ['api', 'worker', 'operator']) {
        expect(String(compose.services[service]?.environment?.[name])).toContain(`\${${name}:-`);
      }
      expect(example).toContain(`${name}=`);
    }
  });

  it('gives the owner of the tables to the migrations alone', () => {
    const withOwner = ofImage.filter(([, service]) =>
      JSON.stringify(service.environment).includes('laurel_owner'),
    );
    expect(withOwner.map(([name]) => name)).toEqual(['migrate']);
    for (const [, { environment }] of ofImage)
      expect(environment?.['DATABASE_URL']).toMatch(/\/\/laurel_app:/);
  });

  it('migrates before anything serves, and waits for a database that answers', () => {
    expect(compose.services['migrate']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    for (const name of ['api', 'worker', 'operator']) {
      expect(compose.services[name]?.depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
      });
    }
  });

  it('asks for every password instead of having one', () => {
    const text = read('docker/compose.yaml');
    const passwords = [...text.matchAll(/\$\{(\w*PASSWORD)\b(:[-?])?/g)];
    expect(passwords.length).toBeGreaterThan(3);
    expect(passwords.map(([, , operator]) => operator)).toEqual(passwords.map(() => ':?'));
    for (const name of new Set(passwords.map(([, key]) => key)))
      expect(read('docker/example.env')).toContain(`${name}=\n`);
  });

  it('mounts only files and volumes that exist', () => {
    for (const { volumes = [] } of Object.values(compose.services)) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        const isThere = source.startsWith('.')
          ? existsSync(path.join(root, 'docker', source))
          : source in compose.volumes;
        expect({ source, isThere }).toEqual({ source, isThere: true });
      }
    }
  });

  it('keeps the containers small in rights, and Chromium’s sandbox possible', () => {
    for (const [, { cap_drop, security_opt }] of ofImage) {
      expect(cap_drop).toEqual(['ALL']);
      expect(security_opt).toEqual(['no-new-privileges:true', 'seccomp=./chromium-seccomp.json']);
    }
    const profile = JSON.parse(read('docker/chromium-seccomp.json')) as { syscalls: { names: string[] }[] };
    const forbidden = profile.syscalls.flatMap(({ names }) => names);
    expect(forbidden).toEqual(expect.arrayContaining(['mount', 'bpf', 'keyctl', 'setns']));
    for (const needed of ['clone', 'clone3', 'unshare', 'chroot', 'ptrace'])
      expect(forbidden).not.toContain(needed);
  });

  it('is described without advice to weaken Chromium', () => {
    for (const file of ['docker/README.md', 'docker/compose.yaml', 'docker/Dockerfile']) {
      expect(read(file)).not.toMatch(/no-sandbox|seccomp[=:]\s*unconfined|privileged:\s*true|SYS_ADMIN/);
    }
  });
});
