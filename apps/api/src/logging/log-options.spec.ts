import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { logOptions } from './log-options.js';
import { withoutPersonal } from './without-personal.js';

/** What a process that logs so writes of these facts. */
const written = (facts: object): Record<string, unknown> => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  pino(logOptions('info'), sink).info(facts);
  const line: unknown = JSON.parse(lines.join(''));
  return Object.fromEntries(Object.entries(line ?? {}));
};

describe('what is logged', () => {
  it('keeps what is personal to itself, at the top and one level down', () => {
    const line = written({
      route: '/api/session',
      email: 'mona.sabry@example.org',
      learner: { id: 'L1', lastName: 'Sabry', badge: '10014' },
      msg: 'Seen',
    });
    expect(line).toMatchObject({
      level: 'info',
      service: 'laurel',
      route: '/api/session',
      email: '[personal]',
      learner: { id: 'L1', lastName: '[personal]', badge: '[personal]' },
      msg: 'Seen',
    });
    expect(JSON.stringify(line)).not.toMatch(/Sabry|mona|10014/);
  });

  it('writes errors as their serializer does', () => {
    const error = Object.assign(new Error('Nothing came'), { name: 'Lost', token: 'secret' });
    const line = written({ err: error, msg: 'Failed' });
    expect(line['err']).toMatchObject({ type: 'Lost', message: 'Nothing came' });
    expect(JSON.stringify(line)).not.toContain('secret');
  });

  it('copies nothing where nothing is personal, and never changes what it was given', () => {
    const plain = { route: '/api/cart', facts: { status: 200 } };
    expect(withoutPersonal(plain)).toBe(plain);
    const personal = { facts: { name: 'Sabry' } };
    expect(withoutPersonal(personal)).toEqual({ facts: { name: '[personal]' } });
    expect(personal.facts.name).toBe('Sabry');
  });
});
