import 'reflect-metadata';
import path from 'node:path';
import { validateSync } from 'class-validator';
import { EnvironmentVariables } from './environment-variables.js';

/** The environment is not as it must be; carries every fault in a plain sentence. */
export class EnvironmentFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      ['Laurel cannot start, because its settings have faults:', ...faults.map((f) => `  - ${f}`)].join('\n'),
    );
    this.name = 'EnvironmentFault';
  }
}

export type StorageSettings =
  { kind: 'folder'; folder: string } | { kind: 's3'; bucket: string; region: string; endpoint?: string };

/** The settings of this process, validated once at boot. Nothing else reads `process.env`. */
export class Environment {
  private constructor(private readonly variables: EnvironmentVariables) {}

  /** @throws EnvironmentFault with every fault found */
  static from(source: Readonly<Record<string, string | undefined>>): Environment {
    const variables = new EnvironmentVariables();
    for (const name of knownNames) {
      const written = source[name]?.trim();
      if (written === undefined || written === '') continue;
      const isNumber = typeof Reflect.get(variables, name) === 'number';
      // Only digits: '0x10' or '1e3' is more likely a mistake than a number.
      const value = isNumber ? (/^-?\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN) : written;
      Reflect.set(variables, name, value);
    }
    const faults = validateSync(variables).flatMap((error) =>
      // Several rules of one variable share one sentence; say it once.
      [...new Set(Object.values(error.constraints ?? {}))],
    );
    if (faults.length > 0) throw new EnvironmentFault(faults);
    return new Environment(variables);
  }

  get port(): number {
    return this.variables.PORT;
  }
  get bind(): string {
    return this.variables.LAUREL_BIND;
  }
  /** Absolute path of the folder for everything this machine keeps. */
  get home(): string {
    return path.resolve(this.variables.LAUREL_HOME);
  }
  /** Absolute path of the folder that holds the built portal. */
  get portalFolder(): string {
    return path.resolve(this.variables.LAUREL_PORTAL);
  }
  get databaseUrl(): string {
    return this.variables.DATABASE_URL;
  }
  /** As the owner of the tables; only the `migrate` command needs it. */
  get databaseMigrationUrl(): string | undefined {
    return this.variables.DATABASE_MIGRATION_URL;
  }
  get databasePoolSize(): number {
    return this.variables.DATABASE_POOL_SIZE;
  }
  /** `<slug>.<publicHost>` is a tenant's default address. */
  get publicHost(): string {
    return this.variables.LAUREL_PUBLIC_HOST;
  }
  /** What Fastify takes as `trustProxy`. */
  get trustProxy(): boolean | string | ((address: string, hop: number) => boolean) {
    const written = this.variables.LAUREL_TRUST_PROXY;
    if (written === undefined) return false;
    return /^\d+$/.test(written) ? (_address, hop) => hop < Number(written) : written;
  }
  get runsJobsInline(): boolean {
    return this.variables.LAUREL_WORKER === 'inline';
  }
  /** Where a worker process answers for its health and metrics; undefined where it listens on nothing. */
  get workerPort(): number | undefined {
    const written = this.variables.WORKER_PORT;
    return written === undefined ? undefined : Number(written);
  }
  get chromiumPath(): string | undefined {
    return this.variables.CHROMIUM_PATH;
  }
  /** Without a mail server, mails become files below `home`. */
  get smtp(): { url: string } | undefined {
    const url = this.variables.SMTP_URL;
    return url === undefined ? undefined : { url };
  }
  /** Where a list of stolen passwords is asked; undefined where none is. */
  get stolenPasswordsUrl(): string | undefined {
    return this.variables.STOLEN_PASSWORDS_URL;
  }
  get mailFrom(): string {
    return this.variables.MAIL_FROM;
  }
  get storage(): StorageSettings {
    const { STORAGE, S3_BUCKET, S3_REGION, S3_ENDPOINT } = this.variables;
    return STORAGE === 's3' && S3_BUCKET !== undefined
      ? { kind: 's3', bucket: S3_BUCKET, region: S3_REGION, endpoint: S3_ENDPOINT }
      : { kind: 'folder', folder: path.join(this.home, 'files') };
  }
  get sessionIdle(): Temporal.Duration {
    return Temporal.Duration.from({ minutes: this.variables.SESSION_IDLE_MINUTES });
  }
  get sessionMax(): Temporal.Duration {
    return Temporal.Duration.from({ hours: this.variables.SESSION_MAX_HOURS });
  }
  get rateLimitPerMinute(): number {
    return this.variables.RATE_LIMIT_PER_MINUTE;
  }
  /** How many API requests a process works on at once, and how many of one tenant may wait for it. */
  get admission(): { concurrency: number; waitingPerTenant: number } {
    return {
      concurrency: this.variables.LAUREL_MAX_CONCURRENT_REQUESTS,
      waitingPerTenant: this.variables.LAUREL_MAX_WAITING_REQUESTS,
    };
  }
  /** Whether identity providers and outside systems may be on this very machine; for development and the demo only. */
  get areLoopbackProvidersAllowed(): boolean {
    return this.variables.LAUREL_LOOPBACK_PROVIDERS === 'on';
  }
  /** The newest first; empty where this machine makes one for itself. */
  get secrets(): readonly string[] {
    return this.variables.LAUREL_SECRETS?.split(',').map((secret) => secret.trim()) ?? [];
  }
  get metricsToken(): string | undefined {
    return this.variables.METRICS_TOKEN;
  }
  get logLevel(): string {
    return this.variables.LOG_LEVEL;
  }

  /** The default host of a tenant, without port: `heart.localhost`. */
  tenantHost(slug: string): string {
    return `${slug}.${this.publicHost}`;
  }
  /** The origin people reach a host at, e.g. `http://heart.localhost:3000`; https everywhere but on this machine. */
  publicUrl(host: string): string {
    if (!isPlainLocalhost(host)) return `https://${host}`;
    return this.port === 80 ? `http://${host}` : `http://${host}:${this.port}`;
  }
}

/** Host names that browsers resolve to this machine, where plain http is as good as https. */
export const isPlainLocalhost = (host: string) => host === 'localhost' || host.endsWith('.localhost');

/** Undefined properties included, since class fields without a value are not own keys. */
const knownNames = [
  'PORT',
  'LAUREL_BIND',
  'LAUREL_HOME',
  'LAUREL_PORTAL',
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'DATABASE_POOL_SIZE',
  'LAUREL_PUBLIC_HOST',
  'LAUREL_TRUST_PROXY',
  'LAUREL_WORKER',
  'WORKER_PORT',
  'CHROMIUM_PATH',
  'SMTP_URL',
  'MAIL_FROM',
  'STORAGE',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ENDPOINT',
  'SESSION_IDLE_MINUTES',
  'SESSION_MAX_HOURS',
  'RATE_LIMIT_PER_MINUTE',
  'LAUREL_MAX_CONCURRENT_REQUESTS',
  'LAUREL_MAX_WAITING_REQUESTS',
  'LAUREL_LOOPBACK_PROVIDERS',
  'STOLEN_PASSWORDS_URL',
  'LAUREL_SECRETS',
  'METRICS_TOKEN',
  'LOG_LEVEL',
] as const satisfies readonly (keyof EnvironmentVariables)[];
