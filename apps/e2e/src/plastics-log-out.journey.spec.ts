import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerSection, answerSections, choose } from './answer-evaluation.js';
import { HOME, atHome, learners, logIn } from './plastics.js';
import { setStage } from './stage.js';
import { amountsOf, chosenTotals } from './totals.js';
import { Visit } from './visit.js';

const stage = setStage();

const COMMENT = 'The panel kept to its time.';

describe.each(['phone', 'desktop'] as const)('Save & Log Out at any point, on a %s', (size) => {
  const learner = learners[size];
  let visit: Visit;
  /** Where the learner goes on: a browser that keeps nothing of the one before. */
  const goOn = async (): Promise<Page> => {
    await visit.end();
    visit = await Visit.begin(stage.browser, 'plastics-log-out', size);
    await visit.page.goto(stage.laurel.address('plastics'));
    await logIn(visit.page, learner);
    return visit.page;
  };

  beforeAll(async () => {
    visit = await Visit.begin(stage.browser, 'plastics-log-out', size);
    const { page } = visit;
    await page.goto(stage.laurel.address('plastics'));
    await logIn(page, learner);
    await page.goto(`${stage.laurel.address('plastics')}/sessions`);
    const cards = page.getByRole('article').filter({ hasText: /\d\.\d\d\s*Patient Safety hours?/ });
    for (const count of [1, 2]) {
      await cards
        .getByRole('button', { name: /^Add: / })
        .first()
        .click();
      await page
        .getByText('Added', { exact: true })
        .nth(count - 1)
        .waitFor();
    }
    await page.getByRole('link', { name: 'Return to Sessions' }).click();
    await atHome(page);
  }, 60_000);
  afterAll(() => visit.end());

  it('says what is not saved while offline, and saves it afterwards', async () => {
    const { page } = visit;
    await page.getByText('0 of 2 evaluated').waitFor();
    await page.context().setOffline(true);
    await page
      .getByRole('button', { name: /^Remove / })
      .last()
      .click();
    await page.getByRole('main').getByRole('button', { name: 'Save & Log Out' }).click();
    await page.getByRole('heading', { name: 'Not saved yet' }).waitFor();
    await page.getByText('changes to your sessions').waitFor();
    await visit.look('not saved yet');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Stay here' }).click();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.getByText('0 of 1 evaluated').waitFor();
  });

  it('keeps a session’s evaluation that is half answered, and not sent yet', async () => {
    const { page } = visit;
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Evaluation/ })
      .click();
    const rows = page.getByRole('radiogroup');
    await rows.first().waitFor();
    const letGo = await hold(page, /\/evaluations\/session/);
    await choose(rows.nth(0).getByRole('radio').last());
    await choose(rows.nth(1).getByRole('radio').first());
    await page.getByRole('textbox', { name: /A word to the faculty/ }).fill(COMMENT);
    await logOutByMenu(page);
    await visit.look('logging out of an evaluation');
    letGo();
    await isLoggedOut(page);

    const next = await goOn();
    await next
      .getByRole('main')
      .getByRole('link', { name: /^Evaluation\s*Begun/ })
      .click();
    const kept = next.getByRole('radiogroup');
    await kept.first().waitFor();
    expect(await kept.nth(0).getByRole('radio').last().isChecked()).toBe(true);
    expect(await kept.nth(1).getByRole('radio').first().isChecked()).toBe(true);
    expect(await kept.nth(2).getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await next.getByRole('textbox', { name: /A word to the faculty/ }).inputValue()).toBe(COMMENT);
    await visit.look('evaluation where it was left');
    await answerSection(next);
    await next.getByRole('link', { name: 'My Sessions' }).first().click();
    await next.getByText('1 of 1 evaluated').waitFor();
  });

  it('keeps totals picked and a field typed a moment before, on the credit claim', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Overall Eval / Submit CME' }).click();
    await answerSections(page, { count: 2, look: () => Promise.resolve() });
    await page
      .getByRole('main')
      .getByRole('link', { name: /Review and submit|CME Credit Claim|Submit CME/ })
      .first()
      .click();
    const category1 = page.getByLabel('Claimed Category 1 Hours', { exact: true });
    await category1.waitFor();
    await page.getByRole('button', { name: /^Fill in the form/ }).click();
    await page.getByRole('checkbox', { name: /I agree that my credit/ }).check();
    await page.getByRole('combobox', { name: /^Certifying board/ }).selectOption({ index: 1 });
    await page.getByText('Saved', { exact: true }).first().waitFor();

    const letGo = await hold(page, /\/cart\/totals|\/claim\/forms\//);
    const [, less = 0] = await amountsOf(category1);
    const safety = page.getByLabel('Claimed Patient Safety Hours', { exact: true });
    const least = (await amountsOf(safety)).findLast((amount) => amount > 0) ?? 0;
    await category1.selectOption({ label: less.toFixed(2) });
    await safety.selectOption({ label: least.toFixed(2) });
    await page.getByLabel('ABPS ID').pressSequentially('54321');
    await logOutByMenu(page);
    await visit.look('logging out of the credit claim');
    letGo();
    await isLoggedOut(page);

    const next = await goOn();
    await next.getByRole('link', { name: 'Overall Eval / Submit CME' }).click();
    await next.getByRole('heading', { name: 'CME Credit Claim', exact: true }).waitFor();
    await next.getByLabel('Claimed Category 1 Hours', { exact: true }).waitFor();
    expect(await chosenTotals(next)).toEqual([less.toFixed(2), least.toFixed(2)]);
    await next.getByRole('button', { name: /^(Fill in the form|Change what you filled in)/ }).click();
    expect(await next.getByRole('checkbox', { name: /I agree that my credit/ }).isChecked()).toBe(true);
    expect(await next.getByLabel('ABPS ID').inputValue()).toBe('54321');
    await visit.look('credit claim where it was left');
  });
});

/** The menu is on every page; nothing is pressed before that would send what was typed. */
async function logOutByMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('listitem').getByRole('button', { name: 'Save & Log Out' }).click();
}

async function isLoggedOut(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'CME Evaluations & Credit Claim Login' }).waitFor();
  await page.getByText(/^Everything is saved\./).waitFor();
  expect(await page.getByRole('heading', { name: HOME, exact: true }).count()).toBe(0);
}

/** Holds what is to be saved at these addresses on its way, so that nothing of it is saved before somebody logs out. */
async function hold(page: Page, addresses: RegExp): Promise<() => void> {
  const { promise: isLetGo, resolve } = Promise.withResolvers<null>();
  await page.route(addresses, async (route) => {
    if (route.request().method() === 'PUT') await isLetGo;
    await route.continue();
  });
  return () => resolve(null);
}
