import {
  IsIn,
  IsInt,
  IsOptional,
  IsPort,
  Matches,
  Max,
  Min,
  ValidateIf,
  registerDecorator,
} from 'class-validator';

/** Accepts what `new URL` accepts with one of these schemes; host names without a dot are fine. */
const IsUrlWith = (protocols: readonly string[], message: string) => (target: object, property: string) =>
  registerDecorator({
    name: 'isUrlWith',
    target: target.constructor,
    propertyName: property,
    options: { message },
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' &&
        URL.canParse(value) &&
        protocols.includes(new URL(value).protocol.slice(0, -1)) &&
        new URL(value).host !== '',
    },
  });

const wholeNumber = (name: string, min: number, max: number) => ({
  message: `${name} must be a whole number from ${min} to ${max}.`,
});

/**
 * The environment as it is written. Each property is the variable's own name, so that every message names what
 * is to be mended. An empty variable counts as absent.
 */
export class EnvironmentVariables {
  /** 0 takes any free port. */
  @IsInt(wholeNumber('PORT', 0, 65_535))
  @Min(0, wholeNumber('PORT', 0, 65_535))
  @Max(65_535, wholeNumber('PORT', 0, 65_535))
  PORT = 3000;

  /** The address to listen on; `localhost` is reachable from this machine only. */
  LAUREL_BIND = 'localhost';

  LAUREL_HOME = '.laurel';

  /** Where the built portal is. */
  LAUREL_PORTAL = 'dist/portal';

  @IsUrlWith(
    ['postgres', 'postgresql'],
    'DATABASE_URL must say where PostgreSQL is and sign in as laurel_app, for example postgresql://laurel_app:secret@db:5432/laurel.',
  )
  DATABASE_URL: string;

  @IsOptional()
  @IsUrlWith(
    ['postgres', 'postgresql'],
    'DATABASE_MIGRATION_URL must sign in as the owner of the tables, for example postgresql://laurel_owner:secret@db:5432/laurel.',
  )
  DATABASE_MIGRATION_URL?: string;

  @IsInt(wholeNumber('DATABASE_POOL_SIZE', 1, 200))
  @Min(1, wholeNumber('DATABASE_POOL_SIZE', 1, 200))
  @Max(200, wholeNumber('DATABASE_POOL_SIZE', 1, 200))
  DATABASE_POOL_SIZE = 10;

  @Matches(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/, {
    message:
      'LAUREL_PUBLIC_HOST must be a host name in lower case without scheme or port, for example laurel.example.org.',
  })
  LAUREL_PUBLIC_HOST = 'localhost';

  /** Which proxies may say who the client is: a number of hops, or addresses and networks with commas between. */
  @IsOptional()
  @Matches(/^(\d{1,2}|[0-9a-fA-F:.,/ ]+|loopback)$/, {
    message:
      'LAUREL_TRUST_PROXY must be a number of proxies, or their addresses with commas between, for example 10.0.0.0/8.',
  })
  LAUREL_TRUST_PROXY?: string;

  @IsIn(['inline', 'separate'], {
    message:
      'LAUREL_WORKER must be "inline" (jobs run in the API process) or "separate" (a worker process runs them).',
  })
  LAUREL_WORKER: 'inline' | 'separate' = 'inline';

  /** Where a worker process answers for its health and metrics; without it, it listens on nothing. 0 takes any. */
  @IsOptional()
  @IsPort(wholeNumber('WORKER_PORT', 0, 65_535))
  WORKER_PORT?: string;

  @IsOptional()
  CHROMIUM_PATH?: string;

  @IsOptional()
  @IsUrlWith(
    ['smtp', 'smtps'],
    'SMTP_URL must be the address of a mail server, for example smtp://user:secret@mail.example.org:587.',
  )
  SMTP_URL?: string;

  @Matches(/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/, {
    message: 'MAIL_FROM must be a mail address, for example Laurel <no-reply@example.org>.',
  })
  MAIL_FROM = 'Laurel <no-reply@localhost>';

  @IsIn(['folder', 's3'], {
    message: 'STORAGE must be "folder" (files below LAUREL_HOME) or "s3".',
  })
  STORAGE: 'folder' | 's3' = 'folder';

  @ValidateIf(({ STORAGE }: EnvironmentVariables) => STORAGE === 's3')
  @Matches(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
    message: 'S3_BUCKET must name the bucket when STORAGE is "s3".',
  })
  S3_BUCKET?: string;

  S3_REGION = 'us-east-1';

  @IsOptional()
  @IsUrlWith(['http', 'https'], 'S3_ENDPOINT must be an address such as https://s3.example.org.')
  S3_ENDPOINT?: string;

  @IsInt(wholeNumber('SESSION_IDLE_MINUTES', 5, 10_080))
  @Min(5, wholeNumber('SESSION_IDLE_MINUTES', 5, 10_080))
  @Max(10_080, wholeNumber('SESSION_IDLE_MINUTES', 5, 10_080))
  SESSION_IDLE_MINUTES = 720;

  @IsInt(wholeNumber('SESSION_MAX_HOURS', 1, 720))
  @Min(1, wholeNumber('SESSION_MAX_HOURS', 1, 720))
  @Max(720, wholeNumber('SESSION_MAX_HOURS', 1, 720))
  SESSION_MAX_HOURS = 168;

  /** Requests a minute from one address to one society. A whole congress may sit behind one address. */
  @IsInt(wholeNumber('RATE_LIMIT_PER_MINUTE', 10, 1_000_000))
  @Min(10, wholeNumber('RATE_LIMIT_PER_MINUTE', 10, 1_000_000))
  @Max(1_000_000, wholeNumber('RATE_LIMIT_PER_MINUTE', 10, 1_000_000))
  RATE_LIMIT_PER_MINUTE = 30_000;

  /** API requests that one process works on at once; more of them wait, societies in turn. */
  @IsInt(wholeNumber('LAUREL_MAX_CONCURRENT_REQUESTS', 1, 1_000))
  @Min(1, wholeNumber('LAUREL_MAX_CONCURRENT_REQUESTS', 1, 1_000))
  @Max(1_000, wholeNumber('LAUREL_MAX_CONCURRENT_REQUESTS', 1, 1_000))
  LAUREL_MAX_CONCURRENT_REQUESTS = 3;

  /** Requests of one society that may wait in one process; further ones are answered 503 with `Retry-After`. */
  @IsInt(wholeNumber('LAUREL_MAX_WAITING_REQUESTS', 1, 100_000))
  @Min(1, wholeNumber('LAUREL_MAX_WAITING_REQUESTS', 1, 100_000))
  @Max(100_000, wholeNumber('LAUREL_MAX_WAITING_REQUESTS', 1, 100_000))
  LAUREL_MAX_WAITING_REQUESTS = 500;

  /** For development only: identity providers and outside systems may be on this very machine, without https. */
  @IsIn(['on', 'off'], { message: 'LAUREL_LOOPBACK_PROVIDERS must be "on" or "off".' })
  LAUREL_LOOPBACK_PROVIDERS: 'on' | 'off' = 'off';

  /** A list of stolen passwords that is asked as Pwned Passwords are; without it only the lists that are here count. */
  @IsOptional()
  @IsUrlWith(
    ['http', 'https'],
    'STOLEN_PASSWORDS_URL must be an address such as https://api.pwnedpasswords.com/range.',
  )
  STOLEN_PASSWORDS_URL?: string;

  /** Secrets for what is sealed in the database and in cookies; the first seals, the others still open. */
  @IsOptional()
  @Matches(/^[^,]{32,}(,[^,]{32,})*$/, {
    message:
      'LAUREL_SECRETS must be one or more secrets of at least 32 characters with commas between, the newest first.',
  })
  LAUREL_SECRETS?: string;

  /** What a scraper of /metrics must send as bearer token; without it only this machine may read them. */
  @IsOptional()
  @Matches(/^.{16,}$/, { message: 'METRICS_TOKEN must have at least 16 characters.' })
  METRICS_TOKEN?: string;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    message: 'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
  })
  LOG_LEVEL = 'info';
}
