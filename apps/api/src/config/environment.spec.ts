import { describe, expect, it } from '@jest/globals';
import { Environment, EnvironmentFault } from './environment.js';

const DATABASE_URL = 'postgresql://laurel_app:secret@db:5432/laurel';

const faultsOf = (source: Record<string, string>): readonly string[] => {
  try {
    Environment.from(source);
  } catch (error) {
    if (error instanceof EnvironmentFault) return error.faults;
    throw error;
  }
  return [];
};

describe('the environment', () => {
  it('needs nothing but a database', () => {
    const environment = Environment.from({ DATABASE_URL });
    expect(environment.port).toBe(3000);
    expect(environment.bind).toBe('localhost');
    expect(environment.storage).toEqual({
      kind: 'folder',
      folder: expect.stringMatching(/\.laurel\/files$/),
    });
    expect(environment.smtp).toBeUndefined();
    expect(environment.workerPort).toBeUndefined();
    expect(environment.runsJobsInline).toBe(true);
    expect(environment.trustProxy).toBe(false);
    expect(environment.sessionIdle.total('hours')).toBe(12);
    expect(environment.sessionMax.total('days')).toBe(7);
  });

  it('names every fault at once, each once, in a plain sentence', () => {
    const faults = faultsOf({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://db',
      LAUREL_PUBLIC_HOST: 'https://laurel.example',
      LAUREL_WORKER: 'maybe',
      SMTP_URL: 'mail.example.org',
      STOLEN_PASSWORDS_URL: 'api.pwnedpasswords.com',
      STORAGE: 's3',
      SESSION_IDLE_MINUTES: '1',
      METRICS_TOKEN: 'short',
      LOG_LEVEL: 'loud',
    });
    expect(faults).toHaveLength(10);
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'LAUREL_PUBLIC_HOST',
      'LAUREL_WORKER',
      'SMTP_URL',
      'STOLEN_PASSWORDS_URL',
      'S3_BUCKET',
    ]) {
      expect(faults.filter((fault) => fault.startsWith(`${name} must`))).toHaveLength(1);
    }
  });

  it('says how to mend a missing database', () => {
    expect(faultsOf({})).toEqual([expect.stringMatching(/^DATABASE_URL must say where PostgreSQL is/)]);
  });

  it('takes an empty variable for an absent one, and does not read others', () => {
    const environment = Environment.from({
      DATABASE_URL,
      PORT: ' ',
      SMTP_URL: '',
      HOME: '/root',
      NONSENSE: 'x',
    });
    expect(environment.port).toBe(3000);
    expect(environment.smtp).toBeUndefined();
  });

  it.each(['-1', '65536', '3.5', '0x10', 'NaN', '1e9'])('refuses the port %s', (PORT) => {
    const faults = faultsOf({ DATABASE_URL, PORT });
    expect(faults).toEqual(['PORT must be a whole number from 0 to 65535.']);
  });

  it('never shows what is in the variables', () => {
    const text = faultsOf({
      DATABASE_URL: 'mysql://root:topsecret@db',
      SMTP_URL: 'ftp://u:topsecret@m',
    }).join();
    expect(text).not.toContain('topsecret');
  });

  it('reaches hosts by http on this machine and by https elsewhere', () => {
    const local = Environment.from({ DATABASE_URL, PORT: '4000' });
    expect(local.publicUrl(local.tenantHost('rhythm'))).toBe('http://rhythm.localhost:4000');
    const away = Environment.from({ DATABASE_URL, LAUREL_PUBLIC_HOST: 'laurel.example.org' });
    expect(away.publicUrl(away.tenantHost('rhythm'))).toBe('https://rhythm.laurel.example.org');
  });

  it('takes secrets with commas between, and refuses short ones without showing them', () => {
    const one = 'a'.repeat(32);
    const other = 'b'.repeat(40);
    expect(Environment.from({ DATABASE_URL, LAUREL_SECRETS: `${one}, ${other}` }).secrets).toEqual([
      one,
      other,
    ]);
    expect(Environment.from({ DATABASE_URL }).secrets).toEqual([]);
    for (const LAUREL_SECRETS of ['topsecret', `${one},`, `${one},topsecret`]) {
      expect(faultsOf({ DATABASE_URL, LAUREL_SECRETS })).toEqual([
        expect.stringMatching(/^LAUREL_SECRETS must be (?!.*topsecret)/),
      ]);
    }
  });

  it('trusts as many proxies as it is told', () => {
    const { trustProxy } = Environment.from({ DATABASE_URL, LAUREL_TRUST_PROXY: '2' });
    if (typeof trustProxy !== 'function') throw new Error('A number of proxies is counted by a function');
    expect([0, 1, 2, 3].map((hop) => trustProxy('10.0.0.1', hop))).toEqual([true, true, false, false]);
    expect(Environment.from({ DATABASE_URL, LAUREL_TRUST_PROXY: '10.0.0.0/8' }).trustProxy).toBe(
      '10.0.0.0/8',
    );
  });
});
