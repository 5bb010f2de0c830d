import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { mailWith } from './mail.js';
import { downloadedText, pdfText } from './pdf-text.js';
import { printedFile } from './print.js';
import { setStage } from './stage.js';
import { type Size, Visit } from './visit.js';
import { askWhy } from './why.js';

const PASSWORD = 'laurel-demo-2026';

/** Who claims in which size, and of which three courses, so that the two journeys do not meet in one account. */
const learners = {
  phone: {
    username: 'okafor',
    name: 'José Ángel Okafor',
    displayName: 'José Á. Okafor',
    courses: ['Emergency Medicine', 'Pediatrics Board Review', 'Toxicology and Overdose'],
    second: { type: 'ACEP', unit: 'ACEP Category I credit', course: 'Emergency Medicine' },
  },
  desktop: {
    username: 'yamada',
    name: '山田 花子',
    displayName: 'Hanako Yamada (山田花子)',
    courses: ['Internal Medicine Update', 'Family Medicine Essentials', 'Imaging for Clinicians'],
    second: { type: 'ABIM MOC', unit: 'ABIM MOC point', course: 'Internal Medicine Update' },
  },
} as const satisfies Record<Size, object>;

const stage = setStage();

async function logIn(page: Page, username: string): Promise<void> {
  await page.goto(stage.laurel.address('medquest'));
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log In', exact: true }).click();
  await page.getByRole('heading', { name: 'Claim CME', exact: true }).waitFor();
}

/** The first of the certificates on the page, as it is printed. */
const sheetOf = (page: Page) => page.locator('laurel-certificate-sheet iframe').first().contentFrame();

const claimButton = (page: Page) => page.getByRole('button', { name: /^Claim \d+\.\d\d CME$/ });

/** What the button says once the last press has been painted: a checkbox changes a frame before the sum does. */
const claimed = async (page: Page): Promise<number> => {
  await page.evaluate(
    'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))',
  );
  return Number(/\d+\.\d\d/.exec(await claimButton(page).innerText())?.[0]);
};

/** The society's member system says until when somebody is a Premium member. */
async function setMembership(member: string, validUntil: string): Promise<void> {
  const file = path.join(stage.laurel.home, `membership-${member}.json`);
  const memberships = [
    { id: `premium-${member}`, member, level: 'premium', validFrom: '2024-01-01', validUntil },
  ];
  writeFileSync(file, JSON.stringify({ memberships }));
  const way = ['--tenant', 'medquest', '--activity', 'MQ', '--plugin', 'premium-membership'];
  await stage.laurel.operate(['collect', ...way, file]);
}

// The steps are those of the society's own instructions, in their words.
describe.each(['phone', 'desktop'] as const)('How to Claim CME Credit, on a %s', (size) => {
  const learner = learners[size];
  let visit: Visit;
  let total = 0;
  let failedStep: string | undefined;

  /** One step of the way; the later ones make no sense, and would only wait, once one has failed. */
  const step = (name: string, walk: (page: Page) => Promise<void>) =>
    it(name, async () => {
      if (failedStep !== undefined) throw new Error(`Not tried, since this failed: ${failedStep}`);
      failedStep = name;
      await walk(visit.page);
      failedStep = undefined;
    });

  beforeAll(async () => {
    visit = await Visit.begin(stage.browser, 'medquest', size);
  });
  afterAll(() => visit.end());

  step('Account Login', async (page) => {
    await page.goto(stage.laurel.address('medquest'));
    await page.getByRole('heading', { name: 'Account Login' }).first().waitFor();
    await visit.look('account login');
    await logIn(page, learner.username);
  });

  step('1. On the menu, select CME Credits, then Claim CME', async (page) => {
    await page.getByRole('link', { name: 'CME Credits', exact: true }).click();
    await page
      .getByRole('navigation', { name: 'CME Credits' })
      .getByRole('link', { name: 'Claim CME', exact: true })
      .click();
    await claimButton(page).waitFor();
    expect(await page.getByRole('link', { name: /session|itinerary/i }).count()).toBe(0);
    await visit.look('claim cme');
  });

  step('2. AMA Category 1 is the default of the CME Type drop down menu', async (page) => {
    const type = page.getByRole('combobox', { name: 'CME Type' });
    expect(await type.locator('option:checked').innerText()).toMatch(/^\s*AMA PRA Category 1 \(\d/);
    expect(await type.locator('option').first().innerText()).toMatch(/^\s*AMA PRA Category 1/);
    // What ends soon is said for all of it, on the topic, and on the course while that is closed.
    await page.getByText(/^The first to expire: \d+\.\d\d, on \w+ \d+, \d{4} \(in \d+ days?\)\.$/).waitFor();
    // The other types say it in the menu.
    expect(await type.locator('option', { hasText: 'some expires soon' }).count()).toBeGreaterThan(0);
    expect(await type.locator('option:checked').innerText()).not.toContain('expires');
    const topic = page.getByRole('listitem').filter({ hasText: /Expires in \d+ days/ });
    await topic.first().waitFor();
    const course = page.locator('laurel-earned-course').filter({ has: topic }).first();
    const title = await course.locator('.words span').first().innerText();
    const heading = page.getByRole('heading').getByRole('button', { name: title });
    await heading.click();
    await heading.getByText(/^\d+\.\d\d expires in \d+ days/).waitFor();
    await visit.look('a course closed');
    await heading.click();
    await page.getByText(/2 topics were not claimed in time/).waitFor();
  });

  step('3. You may manually select specific topics and amounts', async (page) => {
    expect(await claimed(page)).toBe(0);
    const topics = page.getByRole('list', { name: `Topics of ${learner.courses[0]}` });
    const topic = topics.getByRole('checkbox').nth(1);
    await topic.check();
    await page.getByRole('button', { name: /^Claim (?!0\.00)\d/ }).waitFor();
    const whole = await claimed(page);
    expect(whole).toBeGreaterThanOrEqual(0.5);
    // Some of the course, not all of it.
    await page.locator(`input[aria-label="All topics of ${learner.courses[0]}"]:indeterminate`).waitFor();
    await topics.getByRole('button', { name: /^Claim less/ }).click();
    await topics.getByRole('button', { name: /^Less: / }).click();
    await page.getByText(/The other 0\.25 of this topic is given up/).waitFor();
    expect(await claimed(page)).toBe(whole - 0.25);
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await visit.look('a topic in part');
    await page
      .getByRole('button', { name: /^Why\?/ })
      .first()
      .click();
    const sheet = page.getByRole('dialog', { name: 'Why?' });
    await sheet.getByText('The rule').first().waitFor();
    await sheet.getByRole('button', { name: 'Close' }).click();

    await page.reload();
    await claimButton(page).waitFor();
    expect(await claimed(page)).toBe(whole - 0.25);
    await topics.getByRole('button', { name: /^More: / }).click();
    await topics.getByText(/is given up/).waitFor({ state: 'detached' });
    expect(await claimed(page)).toBe(whole);
  });

  step('3. The topmost checkbox selects all credits available', async (page) => {
    const type = page.getByRole('combobox', { name: 'CME Type' });
    const available = /\d+\.\d\d/.exec(await type.locator('option:checked').innerText())?.[0] ?? '';
    await page.getByRole('checkbox', { name: /^Select all/ }).check();
    await page.getByRole('button', { name: `Claim ${available} CME` }).waitFor();
    expect(await page.getByRole('list').getByRole('checkbox', { checked: false }).count()).toBe(0);
    await visit.look('all selected');

    // Of all these, three courses.
    for (const box of await page.getByRole('checkbox', { name: /^All topics of / }).all()) {
      const title = (await box.getAttribute('aria-label'))?.replace('All topics of ', '') ?? '';
      if (!learner.courses.some((wanted) => wanted === title)) await box.uncheck();
    }
    expect(await page.getByRole('checkbox', { name: /^All topics of /, checked: true }).count()).toBe(3);
    total = await claimed(page);
  });

  step('4. Click the Claim “XX” number of CME button', async (page) => {
    await claimButton(page).click();
    await page.getByRole('heading', { name: 'Preview', exact: true }).waitFor();
    await page.getByText('3 certificates in one PDF, one for each course').waitFor();
    for (const title of learner.courses) await page.getByText(title, { exact: true }).first().waitFor();
    await visit.look('preview');
  });

  step('5. If your name is not as you desire it, click Cancel and update your Display Name', async (page) => {
    await page.getByRole('main').getByText(learner.name).first().waitFor();
    await page.getByRole('link', { name: 'Cancel', exact: true }).click();
    await page.getByLabel('Display Name', { exact: true }).fill(learner.displayName);
    await page.getByRole('button', { name: 'Save my name' }).click();
    await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
    await visit.look('display name');
    await page.getByRole('link', { name: 'Back to the preview' }).click();
    await page.getByRole('heading', { name: 'Preview', exact: true }).waitFor();
    await sheetOf(page).getByText(learner.displayName).first().waitFor();
  });

  step('5. … if it is, click Generate Certificate; 7. a Success! message will appear', async (page) => {
    await page.getByRole('button', { name: 'Generate Certificate' }).click();
    await page.getByRole('heading', { name: 'Success!' }).waitFor();
    await page.getByText('Claimed, and your certificate is ready.').waitFor();
    await visit.look('success');
  });

  step(
    '6. Complete the Optional Evaluation and Feedback Form and click Submit; 7. Success!',
    async (page) => {
      await page.getByRole('heading', { name: 'Optional Evaluation and Feedback Form' }).waitFor();
      await page.getByRole('link', { name: 'Give feedback' }).click();
      const field = page.getByRole('textbox').first();
      await field.fill('More toxicology, please.');
      await page.getByText('Saved', { exact: true }).first().waitFor();
      await visit.look('feedback');
      await page.getByRole('link', { name: 'Submit', exact: true }).click();
      await page.getByRole('heading', { name: 'Success!' }).waitFor();
      await page.getByText('Your feedback is complete and saved.').waitFor();
      await visit.look('feedback sent');
      await page.getByRole('link', { name: 'Done', exact: true }).click();
      await page.getByRole('heading', { name: /^Claimed on / }).waitFor();
    },
  );

  step('8. Click the Claimed tab, then Open: one PDF with a certificate for each course', async (page) => {
    await page.getByRole('link', { name: 'CME Credits', exact: true }).click();
    await page.getByRole('link', { name: 'Claimed', exact: true }).click();
    await page.getByRole('heading', { name: 'Claimed', exact: true }).waitFor();
    await page.getByRole('link', { name: /^Open/ }).first().waitFor();
    await visit.look('claimed');
    const print = page.getByRole('button', { name: /^Print/ }).first();
    expect(await printedFile(page, () => print.click())).toMatch(/^\/api\/certificates\/[^/]+\/file$/);
    await page.getByRole('link', { name: /^Open/ }).first().click();
    await page.getByRole('heading', { name: /^Claimed on / }).waitFor();
    await visit.look('opened');
    expect(await printedFile(page, () => print.click())).toMatch(/^\/api\/certificates\/[^/]+\/file$/);
    const opening = page.getByRole('link', { name: 'Open the PDF' });
    expect(await opening.getAttribute('href')).toMatch(/^\/api\/certificates\/[^/]+\/file$/);
    expect(await opening.getAttribute('target')).toBe('_blank');
    // On paper nothing is folded away, and what is not on it is said.
    const paper = await page.pdf({ format: 'Letter' });
    const printed = await pdfText(paper);
    for (const title of learner.courses) expect(printed).toContain(title);
    expect(printed).toContain('printed on');
    expect(printed).toContain('This page is not your certificate.');
    expect(printed).not.toContain('Request support');
    const text = await downloadedText(page);
    for (const [index, title] of learner.courses.entries()) {
      expect(text).toContain(title);
      expect(text).toMatch(new RegExp(`Certificate ${String(index + 1)} of 3`));
    }
    expect(text).not.toContain('Certificate 4 of');
    // Where one font ends and another begins, the text of a PDF has spaces.
    const dense = (words: string) => words.replaceAll(/\s/g, '');
    expect(dense(text)).toContain(dense(learner.displayName));
    expect(total).toBeGreaterThan(3);
  });

  step('2. Another type of credit of the same topic can be claimed as well', async (page) => {
    const { type, course: title, unit } = learner.second;
    await page.getByRole('link', { name: 'CME Credits', exact: true }).click();
    await claimButton(page).or(page.getByText('Nothing to claim here yet')).first().waitFor();
    expect(await page.getByRole('list', { name: `Topics of ${title}` }).count()).toBe(0);
    const types = page.getByRole('combobox', { name: 'CME Type' });
    const option = types.locator('option', { hasText: type }).first();
    await types.selectOption((await option.getAttribute('value')) ?? '');
    const topics = page.getByRole('list', { name: `Topics of ${title}` });
    await topics.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: /^Claim (?!0\.00)\d/ }).waitFor();
    const single = await claimed(page);
    await visit.look('another type');
    await claimButton(page).click();
    await page.getByText('As it will be printed').waitFor();
    await sheetOf(page).getByText(unit).first().waitFor();
    await page.getByRole('button', { name: 'Generate Certificate' }).click();
    await page.getByRole('heading', { name: 'Success!' }).waitFor();
    expect(single).toBeLessThan(total);
  });

  step('8. Sort the claims by Date Claimed, Year Earned or Credits', async (page) => {
    await page.goto(`${stage.laurel.address('medquest')}/claims`);
    const open = page.getByRole('link', { name: /^Open/ });
    await open.nth(1).waitFor();
    const first = async () => Number(/(\d+\.\d\d)/.exec(await open.first().innerText())?.[1]);
    expect(await first()).toBeLessThan(total);
    /** By the menu on a phone, by the head of the column elsewhere. */
    const sortBy = async (order: string, column: string) => {
      if (size === 'phone') {
        await page.getByRole('combobox', { name: 'Sort' }).selectOption(order);
        return;
      }
      await page.getByRole('button', { name: column, exact: true }).click();
      await page
        .getByRole('columnheader', { name: column })
        .and(page.locator('[aria-sort=descending]'))
        .waitFor();
    };
    await sortBy('Most credits first', 'Credits');
    await page
      .getByRole('link', { name: new RegExp(`^Open.*${total.toFixed(2)}`) })
      .first()
      .waitFor();
    expect(await first()).toBe(total);
    await sortBy('Year earned, newest first', 'Year earned');
    await open.nth(1).waitFor();
    await visit.look('sorted');
    // And by the day again: what was claimed last stands first.
    await sortBy('Date claimed, newest first', 'Date claimed');
    await page
      .getByRole('link', { name: /^Open/ })
      .first()
      .filter({ hasNotText: total.toFixed(2) })
      .waitFor();
    expect(await first()).toBeLessThan(total);
  });

  step('Need additional support? You can request support', async (page) => {
    await page.getByRole('link', { name: new RegExp(`^Open.*${total.toFixed(2)}`) }).click();
    await page.getByRole('heading', { name: /^Claimed on / }).waitFor();
    const claimId = page.url().split('/').at(-1) ?? '';
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('button', { name: 'Request support' }).click();
    const sheet = page.getByRole('dialog', { name: 'Request support' });
    await sheet.getByLabel('What can we help with?').fill('My board asks for another form.');
    await sheet.getByRole('button', { name: /^Send to/ }).click();
    const sent = page.getByRole('dialog', { name: 'On its way' });
    const reference = (await sent.locator('.reference').textContent())?.trim() ?? '';
    await sent.getByRole('button', { name: 'Done' }).click();
    const mail = await mailWith(stage.laurel.home, reference);
    expect(mail).toContain('To: support@medquest.example');
    expect(mail).toContain(claimId);
    expect(mail).toContain('My board asks for another form.');
  });
});

describe.each(['phone', 'desktop'] as const)('An active Premium membership is required, on a %s', (size) => {
  it('shows what is earned, why it cannot be claimed, until when it keeps and where to buy', async () => {
    const visit = await Visit.begin(stage.browser, 'medquest-wall', size);
    const { page } = visit;
    await logIn(page, 'lindqvist');
    await page
      .getByText(
        /Claiming needs an active Premium membership(, and we have not found yours|; yours ended on)/,
      )
      .waitFor();
    await page.getByText(/You can claim credit for three years/).waitFor();
    await page.getByText(/^The first to expire: \d+\.\d\d, on \w+ \d+, \d{4} \(in \d+ days?\)\.$/).waitFor();
    const buy = page.getByRole('link', { name: 'Purchase a yearly membership' });
    expect(await buy.getAttribute('href')).toBe('https://www.medquest.example/store/premium');
    await page
      .getByText(/keeps until/)
      .first()
      .waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    expect(await claimButton(page).count()).toBe(0);
    await visit.look('membership wall');
    await askWhy(visit, /Premium membership/, {
      words: [/^Claiming needs an active Premium membership/],
      look: 'why of the membership wall',
    });

    // Bought: the member system says so, and the page knows when it is looked at again.
    const nextYear = Temporal.Now.plainDateISO().add({ years: 1 }).toString();
    await setMembership('MQ-00002', nextYear);
    await page.reload();
    await page.getByRole('checkbox', { name: /^Select all/ }).check();
    await setMembership('MQ-00002', '2024-12-31');

    await page.goto(`${stage.laurel.address('medquest')}/help`);
    await page.getByText('CME Credits, then Claim CME').waitFor();
    await visit.look('help');
    await visit.end();
  });
});

describe('A membership that ends between preview and generating', () => {
  it('claims nothing, and says so in plain words', async () => {
    const visit = await Visit.begin(stage.browser, 'medquest-lapse', 'phone');
    const { page } = visit;
    await logIn(page, 'nguyen');
    const types = page.getByRole('combobox', { name: 'CME Type' });
    expect(await types.locator('option:checked').innerText()).toMatch(/^\s*ANCC/);
    await page.getByRole('checkbox', { name: /^Select all/ }).check();
    await claimButton(page).click();
    await page.getByRole('heading', { name: 'Preview', exact: true }).waitFor();
    await sheetOf(page).getByText('contact hours').first().waitFor();
    await setMembership('MQ-00003', '2024-12-31');
    await page.getByRole('button', { name: 'Generate Certificate' }).click();
    await page
      .getByText(/Claiming needs an active Premium membership; yours ended on/)
      .first()
      .waitFor();
    await page.getByText('Nothing was claimed: something is missing now.').waitFor();
    await visit.look('lapsed');
    await page.goto(`${stage.laurel.address('medquest')}/claims`);
    await page.getByText('Nothing claimed yet').waitFor();
    await visit.look('nothing claimed');
    await visit.end();
  });
});
