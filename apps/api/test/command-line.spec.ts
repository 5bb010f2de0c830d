import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantDirectory } from '../src/tenancy/tenant-directory.js';
import { systemContext } from '../src/tenancy/tenant-context.js';
import { WorkflowsService } from '../src/workflow/saved/workflows.service.js';
import { claimSomething } from './claim-something.js';
import { type TestApp, startTestApp } from './testing-app.js';
import { Learner, arrange, step } from './testing-claims.js';
import type { Society } from './testing-society.js';

let app: TestApp;
let alpha: Society;
let home: string;

beforeAll(async () => {
  app = await startTestApp();
  alpha = await app.createTenant('alpha');
  await app.createTenant('beta');
  home = await mkdtemp(path.join(tmpdir(), 'laurel-cli-'));
}, 60_000);
afterAll(async () => {
  await app.stop();
  await rm(home, { recursive: true, force: true });
});

/** What a program of Laurel's says, and whether it ended well. */
async function say(entry: string, words: readonly string[], settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [`dist/apps/api/src/${entry}.js`, ...words], {
    env: { PATH: process.env.PATH, DATABASE_URL: app.database.appUrl, LAUREL_HOME: home, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 50_000,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  await once(child, 'close');
  expect(output).not.toMatch(/^ +at /m);
  return { output, code: child.exitCode };
}
const laurel = (...words: string[]) => say('cli', words);
const inAlpha = ['--tenant', 'alpha'];

describe('the operator’s commands', () => {
  it('create, list and remove staff, and say what became of a password', async () => {
    const person = [...inAlpha, '--email', 'office@alpha.example'];
    const created = await laurel('staff', 'create', ...person, '--role', 'owner');
    expect(created.output).toMatch(/may sign in to alpha as owner\.\nPassword, shown this once: \S{16}\n$/);
    const again = await laurel(
      'staff',
      'create',
      ...person,
      '--role',
      'owner',
      '--password',
      'another password',
    );
    expect(again).toEqual({
      code: 1,
      output:
        'This person has an account already and keeps its password. Set a new one with `staff set-password`.\n',
    });
    expect((await laurel('staff', 'list', ...inAlpha)).output).toMatch(
      /^mail address\trole\tname\tsince\noffice@alpha\.example\towner\t/,
    );
    expect((await laurel('staff', 'list', '--tenant', 'beta')).output).toContain(
      'None. Nobody works for beta yet.',
    );
    expect((await laurel('staff', 'remove', ...person)).output).toBe(
      'This is the society’s only owner. Make another person owner first.\n',
    );
  }, 120_000);

  it('know the scopes of keys, list keys and revoke them', async () => {
    const key = ['api-key', 'create', ...inAlpha, '--name', 'App', '--scope'];
    const refused = await laurel(...key, 'collect:app-flag');
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/^There is no scope "collect:app-flag"\. There are: collect:app-flags, /);
    expect((await laurel(...key, 'collect:app-flags')).code).toBe(0);
    const listed = (await laurel('api-key', 'list', ...inAlpha)).output;
    expect(listed).toMatch(/\tApp\tcollect:app-flags\t.*\tin force\n$/);
    expect(listed).toMatch(/^id\tname\tscopes\tmade\tstands\n/);
    const [id = ''] = (listed.split('\n')[1] ?? '').split('\t');
    expect((await laurel('api-key', 'revoke', ...inAlpha, '--key', id)).output).toBe('The key is revoked.\n');
    expect((await laurel('api-key', 'list', ...inAlpha)).output).toMatch(/\trevoked \S+\n$/);
  }, 120_000);

  it('name what is not there in every list that is empty', async () => {
    const beta = ['--tenant', 'beta'];
    const said = [
      await laurel('claims', 'list', ...beta),
      await laurel('claims', 'list', ...beta, '--state', 'held'),
      await laurel('reports', 'list', ...beta),
      await laurel('mails', 'list', ...beta, '--state', 'failed'),
      await laurel('api-key', 'list', ...beta),
    ];
    expect(said).toEqual(
      [
        'None. beta has no submitted claims.\n',
        'None. beta has no such claims.\n',
        'None. beta has no reports.\n',
        'None. beta has no such mails.\n',
        'None. beta has no keys.\n',
      ].map((output) => ({ code: 0, output })),
    );
  }, 120_000);

  it('list societies, retire one whose hosts then answer as unknown, and restore it', async () => {
    const gamma = await app.createTenant('gamma', { hosts: ['credit.gamma.example'] });
    const rows = () => app.inspect('select * from registrations where tenant_id = $1', [gamma.tenant.id]);
    const before = await rows();
    const states = async () =>
      (await laurel('tenant', 'list')).output
        .trim()
        .split('\n')
        .map((line) => line.split('\t').slice(0, 3).join(' '));
    expect(await states()).toEqual([
      'slug name state',
      'alpha Society alpha active',
      'beta Society beta active',
      'gamma Society gamma active',
    ]);
    const reach = async () => {
      // What this process has remembered of the hosts, another one forgets within half a minute.
      app.app.get(TenantDirectory).forget();
      const answers = await Promise.all(
        ['gamma', 'credit.gamma.example'].map((host) => app.client(host).get('/api/tenant')),
      );
      return answers.map(({ status, body }) => Object(body).code ?? status);
    };
    expect(await reach()).toEqual([200, 200]);

    await claimSomething(app.tenants, gamma);
    const refused = await laurel('tenant', 'retire', 'gamma');
    expect(refused).toEqual({
      code: 1,
      output:
        '1 claim was submitted at "gamma"; nothing was changed. To retire it all the same, add --with-claims.\n',
    });
    expect(await reach()).toEqual([200, 200]);
    expect((await laurel('tenant', 'retire', 'gamma', '--with-claims')).output).toMatch(
      /^gamma is retired: /,
    );
    expect((await laurel('tenant', 'retire', 'gamma')).output).toBe(
      'gamma is retired already; nothing was changed.\n',
    );
    expect(await reach()).toEqual(['tenant.unknown', 'tenant.unknown']);
    expect((await states()).at(-1)).toBe('gamma Society gamma retired');
    expect((await laurel('staff', 'list', '--tenant', 'gamma')).output).toBe(
      'The society "gamma" is retired. `tenant restore gamma` undoes it.\n',
    );
    expect((await laurel('tenant', 'restore', 'gamma')).output).toBe(
      'gamma is active again, as it was left.\n',
    );
    expect(await reach()).toEqual([200, 200]);
    expect(await rows()).toEqual(before);
    expect((await laurel('tenant', 'retire', 'gama')).output).toBe('There is no society "gama".\n');
  }, 180_000);

  it('list activities, retire one and restore it', async () => {
    const meeting = [...inAlpha, '--activity', 'MTG26'];
    const list = async () => (await laurel('activity', 'list', ...inAlpha)).output;
    expect(await list()).toMatch(
      /^code\ttitle\tfirst day\tstate\nMTG26\t.*\tactive\n {2}No workflow: nothing can be claimed here\. Put one into/,
    );
    await app.app
      .get(WorkflowsService)
      .save(systemContext(alpha.tenant, 'test'), alpha.activityId, [step('overlap')]);
    expect(await list()).toMatch(/^code\ttitle\tfirst day\tstate\nMTG26\t.*\tactive\n$/);
    expect((await laurel('activity', 'retire', ...meeting)).output).toMatch(/^MTG26 is retired\. /);
    expect(await list()).toMatch(/\tretired\n$/);
    expect((await laurel('activity', 'restore', ...meeting)).output).toBe('MTG26 is there for learners.\n');
    expect(await list()).toMatch(/\tactive\n$/);
    // Learners of this one have claimed, see above.
    const claimed = ['--tenant', 'gamma', '--activity', 'MTG26'];
    expect(await laurel('activity', 'retire', ...claimed)).toEqual({
      code: 1,
      output:
        '1 claim was submitted at this activity; nothing was changed. To retire it all the same, add --with-claims.\n',
    });
    expect((await laurel('activity', 'retire', ...claimed, '--with-claims')).code).toBe(0);
  }, 180_000);

  it('say what failed deliveries there are, and ask which are to be tried again', async () => {
    expect((await laurel('reports', 'retry', ...inAlpha)).output).toBe(
      'Say which: --id <id>, or --all-failed.\n',
    );
    expect((await laurel('mails', 'retry', ...inAlpha, '--all-failed')).output).toBe(
      '0 of the mails are sent again by the worker.\n',
    );
  }, 60_000);

  it('preview an import with its changes and what would be lost, and count one fault as one', async () => {
    const file = path.join(home, 'programme.csv');
    const meeting = ['import', 'programme', ...inAlpha, '--activity', 'MTG26', file];
    await app.inspect(`update activities set duration_credit = null`);
    await writeFile(file, 'Code;Titel;Tag;Start;End\nA1;Eröffnung;24/4/2026;09:00;10:00\n', 'latin1');
    const mapped = [
      '--encoding',
      'windows-1252',
      '--date-order',
      'dmy',
      '--map',
      'title=Titel',
      '--map',
      'date=Tag',
    ];
    const { output } = await laurel(...meeting, ...mapped, '--preview');
    expect(output).toContain('new: A1 Eröffnung\n');
    expect(output).toContain('removed: S0 Session 0\n');
    expect(output).toContain(
      '6 of 6 sessions are gone from the file and would be removed or withdrawn.\n    S0 ',
    );
    expect(output).toContain('To apply it all the same, add --accept-removals.\n');
    expect(output).toMatch(/1 new, 0 changed, 0 unchanged, 0 withdrawn, 6 removed \(a preview;/);
    const refused = await laurel(...meeting, ...mapped);
    expect(refused.output).toContain('accept it with --accept-removals');
    expect(refused.output).toContain('  - S0 Session 0 is gone from the file.');
    await writeFile(file, 'Code,Title,Date,Start,End\nA1,One,2026-06-01,09:00,10:00\n');
    expect((await laurel(...meeting, '--preview')).output).toMatch(
      /^programme\.csv has 1 fault:\nrow 2: date: /,
    );
  }, 120_000);
});

describe('an import of registrants', () => {
  it('says whose badges would be given away, and what to add where that is meant', async () => {
    const file = path.join(home, 'people.csv');
    const list = ['import', 'registrants', ...inAlpha, '--activity', 'MTG26', file];
    await writeFile(file, 'Badge,First name,Last name,Tier\n100001,Ann,Smyth,Premier\n');
    const { output } = await laurel(...list, '--preview');
    expect(output).toContain('Badge 100001 is Chidi Okafor’s, and Ann Smyth’s in the file.\n');
    expect(output).toContain('To apply it all the same, add --accept-other-persons;');
    expect((await laurel(...list)).output).toMatch(/^One badge would be another person’s\. /);
    expect((await laurel(...list, '--accept-other-persons')).output).toContain('0 new, 1 changed');
  }, 120_000);
});

describe('member data as CSV', () => {
  const KEY = 'premium-membership:membership';

  it('is taken in by `collect` as pushed data is: whole or not at all, once, and for its society alone', async () => {
    const delta = await app.createTenant('delta');
    const epsilon = await app.createTenant('epsilon');
    const membership = step('premium-membership', { buyUrl: 'https://shop.example/premium' });
    for (const society of [delta, epsilon]) {
      await arrange(app, society, [membership]);
      await app.inspect(
        `update learners set member_number = case last_name when 'Okafor' then 'M1' else 'M2' end
         where tenant_id = $1 and last_name in ('Okafor', 'Lindqvist')`,
        [society.tenant.id],
      );
    }
    const file = path.join(home, 'Members.CSV');
    const collect = (plugin = 'premium-membership') =>
      laurel('collect', '--tenant', 'delta', '--activity', 'MTG26', '--plugin', plugin, file);
    const facts = () =>
      app.inspect('select tenant_id, learner_id, key, value from facts order by valid_until');
    const states = async () =>
      Promise.all(
        (
          [
            [delta, '100001', 'Okafor'],
            [delta, '100002', 'Lindqvist'],
            [epsilon, '100001', 'Okafor'],
          ] as const
        ).map(async ([society, badge, lastName]) => {
          const { requirements } = await (await Learner.signIn(app, society, badge, lastName)).add(0);
          return requirements.find(({ key }) => key === KEY)?.state;
        }),
      );
    expect(await states()).toEqual(['unmet', 'unmet', 'unmet']);

    const rows = ['Level,Member number,Valid until', 'premium,M1,2099-12-31', '"premium",M2,2020-12-31'];
    await writeFile(file, [...rows, 'premium,M1,some day'].join('\r\n'));
    expect(await collect()).toEqual({
      code: 1,
      output:
        '0 new or newer, 0 known already.\n' +
        'rows.4.validUntil: expected a day such as 2026-12-31, or a time with its offset\n',
    });
    expect(await facts()).toEqual([]);
    // As a spreadsheet writes it.
    await writeFile(file, `\uFEFF${[...rows, 'premium,M404,2099-12-31', ''].join('\r\n')}`);
    expect(await collect()).toEqual({
      code: 1,
      output:
        '2 new or newer, 0 known already.\n' +
        'membership:M404:premium:: Nobody with this member number is registered.\n',
    });
    const taken = ['100002', '100001'].map((badge) => ({
      ...{ tenant_id: delta.tenant.id, learner_id: delta.learners[badge]?.learnerId },
      ...{ key: 'membership', value: 'premium' },
    }));
    expect(await facts()).toEqual(taken);
    expect(await states()).toEqual(['met', 'unmet', 'unmet']);

    // The same again changes nothing; a later word about a membership takes the place of the earlier.
    await writeFile(file, rows.join('\n'));
    expect((await collect()).code).toBe(0);
    expect(await facts()).toEqual(taken);
    expect(await states()).toEqual(['met', 'unmet', 'unmet']);
    await writeFile(file, rows.join('\n').replace('2020', '2099'));
    expect(await collect()).toEqual({ code: 0, output: '2 new or newer, 0 known already.\n' });
    expect(await facts()).toHaveLength(2);
    expect(await states()).toEqual(['met', 'met', 'unmet']);
    expect(await collect('overlap')).toEqual({
      code: 1,
      output: 'The workflow has no step “overlap” that takes anything in.\n',
    });
  }, 120_000);
});

describe('a start that cannot be', () => {
  it('names the role, the address or the column that is wrong', async () => {
    const asApp = await say('cli', ['migrate'], { DATABASE_MIGRATION_URL: app.database.appUrl });
    const wrong = new URL(app.database.ownerUrl);
    wrong.password = 'wrong';
    const refused = await say('cli', ['migrate'], { DATABASE_MIGRATION_URL: wrong.toString() });
    const nowhere = await say('main', [], { PORT: '0', LAUREL_BIND: '203.0.113.9' });
    const unnamed = await say('main', [], { PORT: '0', LAUREL_BIND: 'no-such-host.invalid' });
    await app.inspect('alter table certificates drop column edition cascade');
    const behind = await say('main', [], { PORT: '0' });
    expect([asApp, refused, nowhere, unnamed, behind].map(({ output }) => output)).toEqual([
      expect.stringMatching(/^The role in DATABASE_MIGRATION_URL may not change the tables\./),
      'PostgreSQL refused the name or password in DATABASE_MIGRATION_URL.\n',
      expect.stringContaining('LAUREL_BIND is 203.0.113.9, which is no address of this machine.'),
      expect.stringContaining('LAUREL_BIND is no-such-host.invalid, which is no address of this machine.'),
      expect.stringContaining(
        'The database has no column certificates.edition. Bring it to this version with:',
      ),
    ]);
  }, 180_000);
});
