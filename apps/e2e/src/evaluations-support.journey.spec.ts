import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choose } from './answer-evaluation.js';
import { mailWith } from './mail.js';
import { setStage } from './stage.js';
import { type Size, Visit } from './visit.js';

const learners = {
  phone: { badge: '100001', lastName: 'okafor' },
  desktop: { badge: '100002', lastName: 'lindqvist' },
} as const satisfies Record<Size, object>;

const SECTIONS = [
  {
    key: 'one',
    title: 'About this session',
    questions: [
      {
        key: 'useful',
        kind: 'scale',
        label: 'How useful was it for your practice?',
        isRequired: true,
        scale: { min: 1, max: 5, minLabel: 'not useful', maxLabel: 'very useful' },
      },
      {
        key: 'balanced',
        kind: 'single',
        label: 'Was it balanced and free of commercial bias?',
        isRequired: true,
        options: [
          { key: 'yes', label: 'Yes' },
          { key: 'no', label: 'No' },
        ],
      },
    ],
  },
];
const FORMS = [
  { key: 'brief', title: 'Session evaluation', scope: 'offering', sections: SECTIONS },
  { key: 'faculty', title: 'About the faculty', scope: 'activity', isAnonymous: true, sections: SECTIONS },
];

const stage = setStage();

beforeAll(async () => {
  // The society adds two forms: a brief one for each session, and an anonymous one.
  const file = path.join(stage.laurel.home, 'demo', 'rhythm.json');
  const society: { activities: { forms: object[] }[] } = JSON.parse(readFileSync(file, 'utf8'));
  society.activities[0]?.forms.push(...FORMS);
  writeFileSync(file, JSON.stringify(society));
  await stage.laurel.operate(['tenant', 'apply', file]);
}, 60_000);

describe.each(['phone', 'desktop'] as const)('Evaluations and support, on a %s', (size) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await Visit.begin(stage.browser, 'evaluations', size);
  });
  afterAll(() => visit.end());

  const answer = async () => {
    const { page } = visit;
    await choose(page.getByRole('radiogroup').first().getByRole('radio').last());
    await choose(page.getByRole('radio', { name: 'Yes', exact: true }));
  };

  it('evaluates session after session', async () => {
    const { page } = visit;
    await page.goto(stage.laurel.address('rhythm'));
    await page.getByLabel('Badge ID', { exact: true }).fill(learners[size].badge);
    await page.getByLabel('Last Name').fill(learners[size].lastName);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const add = page.getByRole('button', { name: /^Add to Credit Cart/ });
    for (let count = 0; count < 3; count += 1) await add.nth(count).click();
    await page.getByText('Saved').first().waitFor();

    await page.goto(`${stage.laurel.address('rhythm')}/evaluation`);
    await page.getByRole('heading', { name: 'Evaluations' }).waitFor();
    await visit.look('all evaluations');
    await page
      .getByRole('link', { name: /Session evaluation/ })
      .first()
      .click();
    for (let count = 1; count <= 3; count += 1) {
      // Which of the three comes first is the list's; the way leads through all of them.
      await page.getByText(/Session \d of 3/).waitFor();
      const here = page.url();
      if (count === 1) await page.getByRole('link', { name: 'Skip for now' }).waitFor();
      await answer();
      if (count === 3) break;
      await page.getByRole('link', { name: 'Next session' }).click();
      await page.waitForURL((url) => url.href !== here);
    }
    await page.getByText('All done').waitFor();
    await visit.look('last session');
    await page.getByRole('link', { name: 'Done', exact: true }).click();
    await page.waitForURL(/\/cart$/);
  }, 120_000);

  it('gives anonymous answers from this device alone', async () => {
    const { page } = visit;
    await page.goto(`${stage.laurel.address('rhythm')}/evaluation/faculty`);
    await page.getByText('We keep that you answered, never what you answered').waitFor();
    await answer();
    await visit.look('anonymous');
    await page.reload();
    // Kept on this device, and nowhere else.
    expect(await page.getByRole('radio', { name: 'Yes', exact: true }).isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Finish' }).click();
    await page.getByRole('heading', { name: 'Ready to send' }).waitFor();
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await visit.look('anonymous given');
    const kept: unknown = await page.evaluate(
      'Object.keys(localStorage).filter((key) => key.includes("faculty"))',
    );
    expect(kept).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  }, 120_000);

  it('asks the society for help, and loses no word when the connection breaks', async () => {
    const { page } = visit;
    await page.goto(`${stage.laurel.address('rhythm')}/sessions`);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('button', { name: 'Request support' }).click();
    const sheet = page.getByRole('dialog', { name: 'Request support' });
    await sheet.getByRole('button', { name: /^Send to/ }).click();
    await sheet.getByText('Please say what we can help with.').waitFor();
    await sheet.getByLabel('What can we help with?').fill(`My session is missing, ${size}.`);
    await visit.look('support');
    await page.context().setOffline(true);
    await sheet.getByRole('button', { name: /^Send to/ }).click();
    await sheet.getByText('Your words are kept on this device').waitFor();
    await visit.look('support offline');
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('button', { name: 'Request support' }).click();
    expect(await sheet.getByLabel('What can we help with?').inputValue()).toBe(
      `My session is missing, ${size}.`,
    );
    await sheet.getByRole('button', { name: /^Send to/ }).click();
    const sent = page.getByRole('dialog', { name: 'On its way' });
    const reference = (await sent.locator('.reference').textContent())?.trim() ?? '';
    expect(reference).toMatch(/^\w{4}-\w{4}$/);
    await visit.look('support sent');
    await sent.getByRole('button', { name: 'Done' }).click();

    await page.goto(`${stage.laurel.address('rhythm')}/help`);
    await page.getByRole('button', { name: 'Request support' }).waitFor();
    await visit.look('help');
    const mail = await mailWith(stage.laurel.home, reference);
    expect(mail).toContain('To: education@rhythm.example');
  }, 120_000);
});
