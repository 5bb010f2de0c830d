import 'reflect-metadata';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandFactory, CommandRunnerService } from 'nest-commander';
import { CliModule } from '../../apps/api/src/cli/cli.module.js';
import { Environment } from '../../apps/api/src/config/environment.js';
import { DomainError } from '../../apps/api/src/problem/domain-error.js';
import { demoAppFlags } from './app-flags.js';
import { DEMO_PASSWORD } from './identity-accounts.js';
import { MEDQUEST_ACCOUNTS } from './medquest/accounts.js';
import { medquestCompletions, medquestMemberships, medquestTopicsCsv } from './medquest/files.js';
import { firstDayOfMeetings, loadedOn } from './meeting-days.js';
import { programmeCsv } from './programme.js';
import { PLASTICS_MEETING, plasticsProgrammeCsv } from './plastics/programme.js';
import { demoRegistrants, registrantsCsv } from './registrants.js';
import { MEDQUEST_ACTIVITY, medquest } from './tenants/medquest.js';
import { plastics } from './tenants/plastics.js';
import { rhythm } from './tenants/rhythm.js';

/** The demo's administrator. */
const STAFF_PASSWORD = DEMO_PASSWORD;
const ZONE = 'America/Chicago';

/** Who set another password for the demo's administrator keeps it. */
const keepingPasswords = (error: unknown): void => {
  if (!(error instanceof DomainError) || error.code !== 'staff.has_account') throw error;
};

/**
 * Loads the demo's societies with the operator's own commands, from files as societies send them. Loading again
 * changes nothing.
 *
 * What the commands say goes to the standard error, as progress; the standard output is for the addresses alone.
 */
async function main(): Promise<void> {
  const environment = Environment.from(process.env);
  const say = console.log;
  console.log = console.error;
  const folder = path.join(environment.home, 'demo');
  await mkdir(folder, { recursive: true });
  // Where the start has put the demo's identity provider; without one there is the badge alone.
  const issuer = process.env['LAUREL_DEMO_ISSUER'];
  const firstDay = await firstDayOf(path.join(folder, 'first-day.txt'));

  const file = async (name: string, content: string): Promise<string> => {
    const full = path.join(folder, name);
    await writeFile(full, content);
    return full;
  };
  const flags = demoAppFlags(firstDay, ZONE).map(({ idempotencyKey, badge, offeringCode, flaggedAt }) => ({
    id: idempotencyKey,
    badge,
    session: offeringCode,
    flaggedAt,
  }));
  const meeting = ['--tenant', 'rhythm', '--activity', 'SCR26'];
  const society = rhythm(firstDay);
  const surgery = ['--tenant', 'plastics', '--activity', PLASTICS_MEETING.code];
  const surgeons = demoRegistrants({ count: 600, seed: 1931, memberPrefix: 'APS', fellowship: 'FACS' });
  const online = ['--tenant', 'medquest', '--activity', MEDQUEST_ACTIVITY];
  const accounts = demoRegistrants({ count: 60, seed: 1987, memberPrefix: 'MQ', fellowship: 'FACEP' });
  // MedQuest has no meeting, and counts its years from here.
  const today = loadedOn(firstDay);
  const completions = medquestCompletions(accounts, today);
  const memberships = medquestMemberships(accounts, today);
  // The demo is put back whole, whatever was tried in it meanwhile.
  const apply = ['tenant', 'apply', '--replace-workflows'];
  const commands = [
    [...apply, await file('rhythm.json', JSON.stringify(society, null, 2))],
    [...apply, await file('plastics.json', JSON.stringify(plastics(firstDay, issuer), null, 2))],
    [...apply, await file('medquest.json', JSON.stringify(medquest(today), null, 2))],
    ['import', 'programme', ...meeting, await file('programme.csv', programmeCsv(firstDay))],
    ['import', 'registrants', ...meeting, await file('registrants.csv', registrantsCsv())],
    ['import', 'programme', ...surgery, await file('plastics.csv', plasticsProgrammeCsv(firstDay))],
    ['import', 'registrants', ...surgery, await file('surgeons.csv', registrantsCsv(surgeons))],
    ['import', 'programme', ...online, await file('topics.csv', medquestTopicsCsv())],
    ['import', 'registrants', ...online, await file('accounts.csv', registrantsCsv(accounts))],
    [
      ...['collect', ...online, '--plugin', 'course-completions'],
      await file('completions.json', JSON.stringify({ completions }, null, 2)),
    ],
    [
      ...['collect', ...online, '--plugin', 'premium-membership'],
      await file('memberships.json', JSON.stringify({ memberships }, null, 2)),
    ],
    ...MEDQUEST_ACCOUNTS.map(({ badge, username }) => [
      ...['learner', 'set-password', '--tenant', 'medquest', '--member', `MQ-${badge.slice(1)}`],
      ...['--username', username, '--password', STAFF_PASSWORD],
    ]),
    [
      'collect',
      ...meeting,
      '--plugin',
      'app-flags',
      await file('app-flags.json', JSON.stringify({ flags }, null, 2)),
    ],
    [
      ...['staff', 'create', '--tenant', 'rhythm', '--email', 'admin@rhythm.example', '--role', 'owner'],
      ...['--name', 'Rhythm administrator', '--password', STAFF_PASSWORD],
    ],
    [
      ...['staff', 'create', '--tenant', 'plastics', '--email', 'admin@plastics.example', '--role', 'owner'],
      ...['--name', 'Plastic Surgery administrator', '--password', STAFF_PASSWORD],
    ],
    [
      ...['staff', 'create', '--tenant', 'medquest', '--email', 'admin@medquest.example', '--role', 'owner'],
      ...['--name', 'MedQuest administrator', '--password', STAFF_PASSWORD],
    ],
  ];

  const application = await CommandFactory.createWithoutRunning(CliModule.with(environment), {
    logger: ['error', 'warn'],
    cliName: 'laurel',
  });
  try {
    const runner = application.get(CommandRunnerService, { strict: false });
    for (const command of commands) {
      await runner.run(['node', 'laurel', ...command]).catch(keepingPasswords);
    }
  } finally {
    await application.close();
  }
  say(words(environment.port, issuer));
}

/** Read where it was kept when the demo was first loaded. */
async function firstDayOf(file: string): Promise<Temporal.PlainDate> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  const day = firstDayOfMeetings(
    Temporal.Now.plainDateISO(ZONE),
    kept === undefined ? undefined : Temporal.PlainDate.from(kept.trim()),
  );
  await writeFile(file, `${day.toString()}\n`);
  return day;
}

const words = (port: number, issuer: string | undefined): string => {
  const at = (slug: string) => `http://${slug}.localhost:${String(port)}`;
  return [
    `Society for Cardiac Rhythm   ${at('rhythm')}`,
    '  badge 100001  Okafor              MD, Premier',
    '  badge 100002  Lindqvist           DO, Standard',
    '  badge 100003  Nguyễn              RN',
    '  badge 100004  Castellanos-Ortiz   RT(R), ASRT',
    '  badge 100005  山田                MD',
    `  staff         admin@rhythm.example / ${STAFF_PASSWORD}`,
    `Academy of Plastic Surgery   ${at('plastics')}`,
    '  the same badges and names',
    ...(issuer === undefined ? [] : [`  PlasticSurgery.example   okafor or lindqvist / ${DEMO_PASSWORD}`]),
    `  staff         admin@plastics.example / ${STAFF_PASSWORD}`,
    `MedQuest Online              ${at('medquest')}`,
    `  okafor              MD, Premium            all with the password ${STAFF_PASSWORD}`,
    '  lindqvist           DO, no membership',
    '  nguyen              RN, Premium',
    '  castellanos         RT(R), Premium',
    '  yamada              MD, Premium',
    `  staff         admin@medquest.example / ${STAFF_PASSWORD}`,
  ].join('\n');
};

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
