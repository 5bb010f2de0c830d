import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { plasticsProgramme } from '../../../tools/demo/plastics/programme.js';
import { answerAllSections } from './answer-evaluation.js';
import { mailWith } from './mail.js';
import { logIn } from './plastics.js';
import { setStage } from './stage.js';
import { Visit } from './visit.js';
import { askWhy } from './why.js';

const stage = setStage();

const address = (way: string) => `${stage.laurel.address('rhythm')}${way}`;

async function signIn(page: Page, badge: string, lastName: string): Promise<void> {
  await page.goto(address('/'));
  await page.getByLabel('Badge ID', { exact: true }).fill(badge);
  await page.getByLabel('Last Name').fill(lastName);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Sessions', exact: true }).waitFor();
}

async function addSession(page: Page, words: string): Promise<void> {
  await page.goto(address('/sessions'));
  await page.getByRole('searchbox').fill(words);
  await page
    .getByRole('button', { name: /^Add to Credit Cart: / })
    .first()
    .click();
  await page.getByText('In your Credit Cart').first().waitFor();
}

async function submit(page: Page): Promise<void> {
  await page.goto(address('/review'));
  await page.getByRole('checkbox', { name: /I took part in these sessions/ }).check();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await page.getByRole('heading', { name: 'Done. Your claim is in.' }).waitFor();
}

describe('An expired session in mid-form', () => {
  it('keeps what was typed, asks to sign in over the page, and saves it then', async () => {
    const visit = await Visit.begin(stage.browser, 'expired', 'phone');
    const { page } = visit;
    await signIn(page, '100003', 'nguyen');
    await page.goto(address('/evaluation/scr26-overall?section=next'));
    const text = page.getByRole('textbox').first();
    await text.waitFor();
    await page.context().clearCookies();
    await text.fill('Typed after the session had expired.');
    await page.getByRole('heading', { name: 'Please sign in again' }).waitFor();
    await visit.look('sign in again');
    await page.getByLabel('Last Name').fill('Nguyễn');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Please sign in again' }).waitFor({ state: 'hidden' });
    expect(await text.inputValue()).toBe('Typed after the session had expired.');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.reload();
    await text.waitFor();
    expect(await text.inputValue()).toBe('Typed after the session had expired.');
    await visit.end();
  });
});

describe('Signing in again in a second tab', () => {
  it('leaves the first tab working, with what it shows', async () => {
    const visit = await Visit.begin(stage.browser, 'two-tabs', 'desktop');
    const { page } = visit;
    await signIn(page, '100002', 'Lindqvist');
    const second = await page.context().newPage();
    await second.goto(address('/'));
    // The second tab signs in anew, as somebody does who has not seen that the first is signed in.
    const answer = await second.evaluate(async () => {
      const sent = { method: 'POST', headers: { 'content-type': 'application/json' } };
      const body = JSON.stringify({ badge: '100002', lastName: 'Lindqvist' });
      return (await fetch('/api/session', { ...sent, body })).status;
    });
    expect(answer).toBe(201);
    await page.getByRole('searchbox').fill('core curriculum');
    await page
      .getByRole('button', { name: /^Add to Credit Cart: / })
      .first()
      .click();
    await page.getByText('In your Credit Cart').first().waitFor();
    await page.reload();
    await page.getByRole('searchbox').fill('core curriculum');
    await page.getByText('In your Credit Cart').first().waitFor();

    // Somebody else signs in there: nothing of the first person may stay here, nor be saved as the other's.
    await second.evaluate(async () => {
      const sent = { method: 'POST', headers: { 'content-type': 'application/json' } };
      const body = JSON.stringify({ badge: '100001', lastName: 'Okafor' });
      await fetch('/api/session', { ...sent, body });
    });
    await page
      .getByRole('button', { name: /^Add to Credit Cart: / })
      .first()
      .click();
    await page.getByText('José Ángel Okafor').first().waitFor({ state: 'attached' });
    await page.getByRole('searchbox').fill('core curriculum');
    await page
      .getByRole('button', { name: /^Add to Credit Cart: / })
      .first()
      .waitFor();
    expect(await page.getByText('In your Credit Cart').count()).toBe(0);
    await visit.end();
  });
});

describe('Claiming ASRT CEUs, and a later addition', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await Visit.begin(stage.browser, 'asrt', 'phone');
  });
  afterAll(() => visit.end());

  it('generates the certificate with the ASRT identifier and mails it to the society', async () => {
    const { page } = visit;
    await signIn(page, '100004', 'Castellanos Ortiz');
    await addSession(page, 'core curriculum');
    await page.goto(address('/evaluation/scr26-overall'));
    await answerAllSections(page);
    await submit(page);

    await page.goto(address('/certificates'));
    await page
      .getByText(/Only physicians may claim credit using a CME certificate/)
      .first()
      .waitFor();
    await visit.look('documents of a technologist');
    await page.getByLabel('ASRT Unique Identifier').fill('12');
    await page.getByRole('button', { name: /Generate.*ASRT/ }).click();
    await page.getByLabel('ASRT Unique Identifier').fill('445566');
    await page.getByRole('button', { name: /Generate.*ASRT/ }).click();
    await page
      .getByText(/within five business days/)
      .first()
      .waitFor();
    await page
      .getByText(/SCR26-\d{6}/)
      .first()
      .waitFor();

    await visit.look('asrt asked for');
    const mail = await mailWith(stage.laurel.home, 'scientific.sessions@rhythm.example');
    expect(mail).toContain('scientific.sessions@rhythm.example');
    expect(mail).toContain('445566');
    expect(mail).toMatch(/Content-Type: application\/pdf/i);
  });

  it('amends the claim: a new certificate supersedes the old one, and both stay verifiable', async () => {
    const { page } = visit;
    const before = await codeOn(page);
    await addSession(page, 'symposium');
    await submit(page);
    await page.goto(address('/certificates'));
    let after = before;
    for (let tries = 0; after === before && tries < 100; tries += 1) {
      await sleep(100);
      after = await codeOn(page);
    }
    await visit.look('amended');
    expect(after).not.toBe(before);
    const stranger = await Visit.begin(stage.browser, 'superseded', 'phone');
    await stranger.page.goto(address(`/verify/${before}`));
    await stranger.page
      .getByText(/replaced|superseded/i)
      .first()
      .waitFor();
    await stranger.look('verify superseded');
    await stranger.page.goto(address(`/verify/${after}`));
    await stranger.page.getByText('María del Carmen Castellanos-Ortiz').first().waitFor();
    await stranger.end();
  });
});

describe.each(['phone', 'desktop'] as const)('Every other page, on a %s', (size) => {
  it('is whole and accessible', async () => {
    const visit = await Visit.begin(stage.browser, 'pages', size);
    const { page } = visit;
    await page.goto(address('/verify'));
    await visit.look('verify form');
    await page.goto(address('/verify/AAAA-BBBB-CCCC-DDDD'));
    await visit.look('verify unknown');
    await page.goto(stage.laurel.address('nobody'));
    await visit.look('no such society');
    await page.goto(stage.laurel.address('plastics'));
    await visit.look('another society');

    await signIn(page, '100005', '山田');
    await page.getByRole('searchbox').fill('plenary');
    await page
      .getByRole('heading', { name: /Plenary/ })
      .first()
      .getByRole('link')
      .click();
    await visit.look('session');
    for (const [way, what] of [
      ['/itinerary', 'empty itinerary'],
      ['/review', 'nothing to review'],
      ['/certificates', 'no certificates yet'],
      ['/profile', 'profile'],
      ['/help', 'help'],
      ['/no/such/page', 'no such page'],
    ] as const) {
      await page.goto(address(way));
      await visit.look(what);
    }
    await visit.end();
  });
});

async function codeOn(page: Page): Promise<string> {
  await page
    .getByText(/SCR26-\d{6}/)
    .first()
    .waitFor();
  // While a certificate is being made anew, the number of the last one stands there without its code.
  await page
    .getByRole('link', { name: /^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}$/ })
    .first()
    .waitFor();
  const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec(await page.locator('main').innerText())?.[0];
  if (code === undefined) throw new Error('The page shows no verification code');
  return code;
}

/** Logs in where the caps are, and goes to all sessions. */
async function atPlasticsSessions(page: Page, learner: Parameters<typeof logIn>[1]): Promise<void> {
  await page.goto(stage.laurel.address('plastics'));
  await logIn(page, learner);
  await page.goto(`${stage.laurel.address('plastics')}/sessions`);
}

describe('A cap on what is watched on demand, on a phone', () => {
  it('says what it takes off, and why', async () => {
    const visit = await Visit.begin(stage.browser, 'plastics-cap', 'phone');
    const { page } = visit;
    await atPlasticsSessions(page, { badge: '100003', lastName: 'Nguyễn' });
    await page.getByRole('tab', { name: /Any time/ }).click();
    const added = page.getByText('Added', { exact: true });
    for (let count = 1; count <= 40; count += 1) {
      await page
        .getByRole('button', { name: /^Add: Recorded Lecture/ })
        .first()
        .click();
      await added.nth(count - 1).waitFor();
    }
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Return to Sessions' }).click();
    await page
      .getByRole('button', { name: /How is this counted/ })
      .first()
      .click();
    await askWhy(visit, /At most 30\.00 .* count for on-demand sessions/, {
      words: [/^At most .* not eligible for credit\.$/, /\d+\.\d\d − \d+\.\d\d = 30\.00/, 'The sessions'],
      look: 'why of a cap',
    });
    await visit.end();
  }, 120_000);
});

describe('A cap on what is taken live, on a desktop', () => {
  it('stands beside the one on demand, and counts by itself', async () => {
    const visit = await Visit.begin(stage.browser, 'plastics-live-cap', 'desktop');
    const { page } = visit;
    await atPlasticsSessions(page, { badge: '100005', lastName: '山田' });
    for (const title of everyHour()) {
      await page.getByRole('searchbox').fill(title);
      await page.getByRole('button', { name: `Add: ${title}`, exact: true }).click();
      await page.getByRole('button', { name: `Remove ${title}`, exact: true }).waitFor();
    }
    await page.getByRole('searchbox').fill('');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Return to Sessions' }).click();
    await page
      .getByRole('button', { name: /How is this counted/ })
      .first()
      .click();
    await askWhy(visit, /At most 30\.75 .* count for live sessions; what you chose comes to 34\.00/, {
      words: [/At most 30\.00 .* count for on-demand sessions\./, /34\.00 − 3\.25 = 30\.75/],
      look: 'why of the live cap',
    });
    await visit.end();
  }, 120_000);
});

/** Sessions that take up every hour of the four days that carries credit: eight and a half a day. */
const everyHour = (): string[] => {
  const programme = plasticsProgramme(Temporal.PlainDate.from('2026-09-24'));
  return [1, 2, 3, 4].flatMap((day) =>
    ['IC-01', 'PA-05', 'IC-05', 'PA-09', 'IC-09', 'GS-04'].flatMap((number) => {
      const code = number.replace('-', `-${String(day)}`);
      return programme.find((session) => session.code === code)?.title ?? [];
    }),
  );
};
