import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerSection, answerSections } from './answer-evaluation.js';
import { downloadedText, pdfText } from './pdf-text.js';
import { atHome, learners, logIn } from './plastics.js';
import { reopenClaim } from './staff.js';
import { canBeSentAway, goesWithItsPage, standsClear } from './toast.js';
import { dayOf, isByDate, isByTitle, showsExactly } from './session-list.js';
import { setStage } from './stage.js';
import { Visit } from './visit.js';
import { amountsOf, chosenTotals, standTogether } from './totals.js';
import { askWhy } from './why.js';

const stage = setStage();

// The steps are those of the society's own instructions, in their words.
describe.each(['phone', 'desktop'] as const)('PSTM CME claim instructions, on a %s', (size) => {
  const learner = learners[size];
  let visit: Visit;
  let failedStep: string | undefined;
  /** The session that counts for Patient Safety too; it stays to the end. */
  let safetySession = '';
  /** The totals that were chosen, as they are shown. */
  let category1 = '';
  let patientSafety = '';

  /** One step of the way; the later ones make no sense, and would only wait, once one has failed. */
  const step = (name: string, walk: (page: Page) => Promise<void>) =>
    it(name, async () => {
      if (failedStep !== undefined) throw new Error(`Not tried, since this failed: ${failedStep}`);
      failedStep = name;
      await walk(visit.page);
      failedStep = undefined;
    });

  /** Takes a session off the claim, whichever stands last, but never the one about safety. */
  const lastButSafety = (page: Page) =>
    page
      .getByRole('button', { name: /^Remove / })
      .and(page.locator(`:not([aria-label=${JSON.stringify(`Remove ${safetySession}`)}])`))
      .last();

  beforeAll(async () => {
    visit = await Visit.begin(stage.browser, 'plastics', size);
  });
  afterAll(() => visit.end());

  step(
    '1. Enter your Last Name and Badge/Confirmation Number, or your own credential, and Log In',
    async (page) => {
      await page.goto(stage.laurel.address('plastics'));
      await page.getByRole('heading', { name: 'CME Evaluations & Credit Claim Login' }).waitFor();
      // In the order in which the instructions name them.
      const fields = page.getByRole('tabpanel').getByRole('textbox');
      await fields.first().and(page.getByLabel('Last Name')).waitFor();
      await fields
        .last()
        .and(page.getByLabel('Badge/Confirmation Number', { exact: true }))
        .waitFor();
      await visit.look('log in');
      if (size === 'desktop') {
        await page.getByRole('tab', { name: 'PlasticSurgery.example' }).click();
        await visit.look('log in with the own credential');
        await page.getByRole('link', { name: 'Log In at PlasticSurgery.example' }).click();
        await page.getByLabel('Username').fill('lindqvist');
        await page.getByLabel('Password').fill('laurel-demo-2026');
        await page.getByRole('button', { name: 'Log in' }).click();
        await atHome(page);
      } else {
        await logIn(page, learner);
      }
      await page.getByText(/registration@plastics\.example/).waitFor();
      expect(await page.getByRole('link', { name: /itinerary/i }).count()).toBe(0);
      await visit.look('home without sessions');
    },
  );

  step('2. Click “Add Sessions”; there is nothing to submit before', async (page) => {
    const main = page.getByRole('main');
    await main.getByRole('button', { name: 'Save & Log Out' }).waitFor();
    const submit = main.getByRole('button', { name: 'Overall Eval / Submit CME', disabled: true });
    const reason = main.locator(`#${(await submit.getAttribute('aria-describedby')) ?? ''}`);
    expect((await reason.innerText()).trim()).toBe('You can submit as soon as a session is added.');
    await submit.click({ force: true });
    const addSessions = main.getByRole('link', { name: 'Add Sessions' });
    await addSessions.and(page.locator(':focus')).waitFor();
    await addSessions.click();
    await page.getByRole('heading', { name: 'Add Sessions', exact: true }).waitFor();
    await page
      .getByRole('button', { name: /^Add: / })
      .first()
      .waitFor();
    await visit.look('add sessions');
  });

  step('3. Add applicable Sessions: filter by Day', async (page) => {
    await page.getByRole('tab', { name: 'All Days', exact: true }).waitFor();
    await page.getByRole('tab').first().click();
    await showsExactly(page, ({ date }) => date === dayOf(0));
    const panels = page.getByRole('button', { name: /^Add: / });
    await panels.nth(0).click();
    await panels.nth(0).click();
    await standsClear(page, page.getByRole('link', { name: 'Return to Sessions' }));
    await page.getByText('Added', { exact: true }).nth(1).waitFor();
    await visit.look('added by day');
    await canBeSentAway(page);
  });

  step('3. … by Session', async (page) => {
    const all = page.getByRole('button', { name: 'All Sessions', exact: true });
    await all.and(page.locator('[aria-pressed=true]')).waitFor();
    if (size === 'phone') await page.getByRole('button', { name: /^Filters/ }).click();
    await page.getByRole('checkbox', { name: /^Instructional Course/ }).check();
    if (size === 'phone') {
      await visit.look('filters');
      await page.getByRole('button', { name: /^Show \d+ session/ }).click();
    }
    await page.getByRole('button', { name: 'Instructional Course', pressed: true }).waitFor();
    await showsExactly(page, ({ date, type }) => date === dayOf(0) && type === 'Instructional Course');
    await page
      .getByRole('button', { name: /^Add: / })
      .first()
      .click();
    await visit.look('added by kind');
    await all.click();
    await all.and(page.locator('[aria-pressed=true]')).waitFor();
    await showsExactly(page, ({ date }) => date === dayOf(0));
  });

  step('3. … by Search, sorted by Date or Title', async (page) => {
    const search = page.getByRole('searchbox', { name: 'Search Sessions', exact: true });
    const sort = page.getByRole('combobox', { name: 'Sort' });
    // Found in titles, and in the category of others: both have their place in time.
    await search.fill('breast');
    expect(await sort.getByRole('option').allInnerTexts()).toEqual(['Date', 'Title']);
    await isByDate(page);
    await sort.selectOption('Title');
    await page.getByRole('heading', { name: 'By title' }).waitFor();
    await isByTitle(page);
    await sort.selectOption('Date');
    await isByDate(page);

    await search.fill('safety');
    await showsExactly(page, ({ title }) => /\bsafety/i.test(title));
    const addSafety = page
      .getByRole('article')
      .filter({ hasText: /\d\.\d\d\s*Patient Safety hours?/ })
      .getByRole('button', { name: /^Add: .*Safety/ })
      .first();
    safetySession = ((await addSafety.getAttribute('aria-label')) ?? '').replace('Add: ', '');
    await addSafety.click();
    await visit.look('added by search');
  });

  step('3. Committee meetings are not eligible, and say so', async (page) => {
    await page.getByRole('searchbox').fill('bylaws committee');
    await page.getByText('Committee meetings are not eligible for credit.').waitFor();
    await page.getByText('There is no credit for this one').waitFor();
    await askWhy(visit, /Bylaws Committee/, {
      words: [
        'Committee meetings are not eligible for credit.',
        /^At most .* Committee meetings are not eligible for credit\.$/,
      ],
      look: 'why of a committee meeting',
    });
    expect(await page.getByRole('button', { name: /^Add: / }).count()).toBe(0);
    await visit.look('committee meeting');
    await page.getByRole('searchbox').fill('');
  });

  step('3. On demand sessions have no time', async (page) => {
    await page.getByRole('tab', { name: /Any time/ }).click();
    await page
      .getByRole('button', { name: /^Add: Recorded Lecture/ })
      .first()
      .click();
    await page.getByText('Added', { exact: true }).first().waitFor();
  });

  step('4. Scroll to the bottom of the page and select “Return to Sessions”', async (page) => {
    await page.getByRole('link', { name: 'Return to Sessions' }).click();
    await atHome(page);
  });

  step('5. The home page lists the sessions you selected', async (page) => {
    await page.getByRole('heading', { name: 'Session Evaluations' }).waitFor();
    await page.getByText('0 of 5 evaluated · optional').waitFor();
    expect(await page.getByRole('link', { name: /^Evaluation\s*Optional/ }).count()).toBe(5);
    expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(5);
    await visit.look('selected sessions');
  });

  step('5. … and Why? tells how its credit comes about', async (page) => {
    await page
      .getByRole('button', { name: /How is this counted/ })
      .first()
      .click();
    await askWhy(visit, /rooms at once/, {
      words: ['The sessions', 'What it comes to', /^The time of sessions that run at once counts once/],
      look: 'why at home',
    });
  });

  step('6. You may complete a brief evaluation for each session', async (page) => {
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Evaluation/ })
      .first()
      .click();
    await page.getByRole('radiogroup').first().waitFor();
    await visit.look('session evaluation');
    await answerSection(page);
    await page.getByRole('link', { name: 'Next session' }).waitFor();
    await visit.look('session evaluated');
    await page.getByRole('link', { name: 'Next session' }).click();
    await page.getByRole('link', { name: 'Skip for now' }).waitFor();
    await page.getByRole('link', { name: 'My Sessions' }).first().click();
    await page.getByText('1 of 5 evaluated').waitFor();
  });

  step('6. … or remove a session from your claim', async (page) => {
    const name = (await lastButSafety(page).getAttribute('aria-label')) ?? '';
    const last = page.getByRole('button', { name, exact: true });
    await last.click();
    await last.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await last.waitFor();
    await last.click();
    await standsClear(page, page.getByRole('link', { name: 'Overall Eval / Submit CME' }));
    await page.getByText('1 of 4 evaluated').waitFor();
    await visit.look('removed a session');
    await goesWithItsPage(page, async () => {
      await page.getByRole('link', { name: 'Certificates' }).first().click();
      await page.getByRole('heading', { name: /Certificates/, level: 1 }).waitFor();
    });
    await page.goBack();
    await page.getByText('1 of 4 evaluated').waitFor();
  });

  step('Save & Log Out, and go on with another device', async (page) => {
    await page.getByRole('main').getByRole('button', { name: 'Save & Log Out' }).click();
    await page.getByRole('heading', { name: 'CME Evaluations & Credit Claim Login' }).waitFor();
    await page.getByText(/^Everything is saved\./).waitFor();
    await visit.look('saved and logged out');
    const other = await Visit.begin(stage.browser, 'plastics-other', size === 'phone' ? 'desktop' : 'phone');
    await other.page.goto(stage.laurel.address('plastics'));
    await logIn(other.page, learner);
    await other.page.getByText('1 of 4 evaluated').waitFor();
    await other.look('where the first stopped');
    await lastButSafety(other.page).click();
    await other.page.getByText('1 of 3 evaluated').waitFor();
    await other.page.getByRole('main').getByRole('button', { name: 'Save & Log Out' }).click();
    await other.page.getByRole('heading', { name: 'CME Evaluations & Credit Claim Login' }).waitFor();
    await other.end();
    await logIn(page, learner);
    await page.getByText('1 of 3 evaluated').waitFor();
  });

  step('7. You must select “Overall Eval / Submit CME”', async (page) => {
    await page.getByRole('link', { name: 'Overall Eval / Submit CME' }).click();
    await page.getByText('Section 1 of 2').first().waitFor();
  });

  step('8. Complete the required overall evaluation', async (page) => {
    await answerSections(page, {
      count: 2,
      look: (section) => visit.look(`overall evaluation ${String(section)}`),
    });
    await visit.look('overall evaluation done');
    await page
      .getByRole('main')
      .getByRole('link', { name: /Review and submit|CME Credit Claim|Submit CME/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'CME Credit Claim', exact: true }).waitFor();
    await page.getByText('Committee meetings are not eligible for CME.').waitFor();
    await visit.look('credit claim');
  });

  step('8. Select your CME claim totals, from the maximum downward', async (page) => {
    await page.getByRole('button', { name: 'Submit', exact: true }).click({ force: true });
    const total = page.getByLabel('Claimed Category 1 Hours', { exact: true });
    const safety = page.getByLabel('Claimed Patient Safety Hours', { exact: true });
    // What is still missing is led to, a frame later.
    await total.and(page.locator(':focus')).waitFor();
    const amounts = await amountsOf(total);
    expect(amounts.at(-1)).toBe(0);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    await standTogether(total, safety, size);
    category1 = (amounts[1] ?? 0).toFixed(2);
    await total.selectOption({ label: category1 });
    const ofSafety = await amountsOf(safety);
    // Another amount than the first, so that each is found by itself; it may not be more.
    const less = ofSafety.slice(1).find((amount) => amount > 0 && amount < (amounts[1] ?? 0));
    expect(less).toBeDefined();
    patientSafety = (less ?? 0).toFixed(2);
    await safety.selectOption({ label: patientSafety });
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.reload();
    await total.waitFor();
    expect(await chosenTotals(page)).toEqual([category1, patientSafety]);
    await visit.look('totals chosen');
  });

  step('8. … and what becomes possible afterwards is said, and one press takes it', async (page) => {
    await page.getByRole('button', { name: 'Save & Go Back' }).click();
    await atHome(page);
    const total = page.getByRole('region', { name: 'Your claim so far' });
    await total.getByText(category1, { exact: true }).waitFor();
    await page.getByText(`You chose to claim ${category1}`).waitFor();
    await page.getByText(`You chose to claim ${patientSafety}`).waitFor();
    await visit.look('more is possible');
    await page
      .getByRole('button', { name: /^Claim all .* Category 1/ })
      .first()
      .click();
    await page.getByText(`You chose to claim ${category1}`).waitFor({ state: 'detached' });
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Overall Eval / Submit CME' }).click();
    const picker = page.getByLabel('Claimed Category 1 Hours');
    await picker.waitFor();
    const [most = 0] = await amountsOf(picker);
    expect(await chosenTotals(page)).toEqual([most.toFixed(2), patientSafety]);
    await picker.selectOption({ label: category1 });
    await page.getByText('Saved', { exact: true }).first().waitFor();
  });

  step('9. To Opt-In to Learner Credit Reporting, complete the required information', async (page) => {
    const card = page.getByRole('region', { name: 'Opt-In to Learner Credit Reporting' });
    await card.getByText('Optional', { exact: true }).waitFor();
    await card.getByRole('button', { name: /^Fill in the form/ }).click();
    await page.getByRole('checkbox', { name: /I agree that my credit/ }).check();
    await page.getByRole('combobox', { name: /^Certifying board/ }).selectOption({ index: 1 });
    await page.getByLabel('ABPS ID').fill('12');
    await page.getByLabel('NPI').fill('1234567890');
    await page.getByLabel('NPI').blur();
    await page.getByText('This is not a valid NPI.').waitFor();
    await page.getByText(/This is not how the ABPS ID/).waitFor();
    await visit.look('opt in with faults');
    await page.getByLabel('ABPS ID').fill('12345');
    await page.getByLabel('NPI').fill('1234567893');
    await page.getByLabel('Month').selectOption('February');
    await page.getByLabel('Day', { exact: true }).selectOption('29');
    await page.getByText(/Your credit will be reported to/).waitFor();
    await visit.look('opted in');
    await askWhy(visit, /Opt-In to Learner Credit Reporting/, {
      words: [/Your credit will be reported to/],
      look: 'why of the opt-in',
    });
  });

  step('Save & Go Back keeps all of it', async (page) => {
    await page.getByRole('button', { name: 'Save & Go Back' }).click();
    await atHome(page);
    await page.getByRole('link', { name: 'Overall Eval / Submit CME' }).click();
    await page.getByRole('heading', { name: 'CME Credit Claim', exact: true }).waitFor();
    await page.getByText(/Your credit will be reported to/).waitFor();
    expect(await chosenTotals(page)).toEqual([category1, patientSafety]);
  });

  step('10. Click “Submit”; you will not be able to add additional sessions', async (page) => {
    await page.getByText(/Once you submit, your claim is closed/).waitFor();
    await page.getByRole('checkbox', { name: /I took part in these sessions/ }).check();
    await visit.look('before submitting');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { name: 'Done. Your claim is in.' }).waitFor();
    await page.getByText(/Sessions can no longer be added or removed/).waitFor();
    await page.getByText(/^Your credit goes to the .*, as you asked\./).waitFor();
    await visit.look('submitted');
  });

  step('After submission the claim is closed, and every page says so', async (page) => {
    await page.goto(`${stage.laurel.address('plastics')}/cart`);
    await page
      .getByText(/Sessions can no longer be added or removed/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /^Remove / }).count()).toBe(0);
    await page
      .getByRole('region', { name: 'Your claim so far' })
      .getByText(category1, { exact: true })
      .waitFor();
    const claimed = page.getByRole('region', { name: 'Credits claimed' });
    await claimed.getByText(category1, { exact: true }).waitFor();
    await claimed.getByText(patientSafety, { exact: true }).waitFor();
    await page.getByText(/^Your credit goes to the .*, as you asked\./).waitFor();
    await visit.look('home closed');
    expect(await page.getByText('Not evaluated', { exact: true }).count()).toBe(2);
    await page.getByRole('link', { name: /^Evaluation\s*Read/ }).click();
    await page.getByText(/What you answered can be read, and no longer changed\./).waitFor();
    expect(await page.getByRole('radio').first().isDisabled()).toBe(true);
    await visit.look('closed evaluation');
    await page.getByRole('link', { name: 'Done', exact: true }).click();
    await atHome(page);
    await page.getByRole('link', { name: 'Add Sessions' }).first().click();
    await page
      .getByText(/Sessions can no longer be added or removed/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: /^Add: / }).count()).toBe(0);
    await visit.look('sessions closed');
  });

  step('The certificate states the credit that was claimed', async (page) => {
    await page.goto(`${stage.laurel.address('plastics')}/certificates`);
    await page.getByRole('button', { name: /Generate.*CME Certificate/ }).click();
    await page
      .getByText(/PSTM26-\d{6}/)
      .first()
      .waitFor();
    await visit.look('certificate');
    // The browser's own print leaves no empty sheet: it says what to print instead, and where the certificate is checked.
    const paper = await pdfText(await page.pdf({ format: 'Letter' }));
    expect(paper).toContain('This page is not your certificate.');
    expect(paper).toMatch(/\/verify\/[A-Z\d-]{19}/);
    expect(paper).not.toContain('Save & Log Out');
    const text = await downloadedText(page);
    expect(text).toContain(learner.name);
    expect(text).toContain(`${category1} AMA PRA Category 1 Credit`);
    expect(text).toContain(`${patientSafety} Patient Safety hour`);
  });

  step('Staff reopen the claim with a reason, and adding works again', async (page) => {
    await reopenClaim(stage.browser, stage.laurel.address('plastics'), {
      badge: learner.badge,
      reason: 'A session was left out by mistake.',
    });
    await page.goto(`${stage.laurel.address('plastics')}/cart`);
    await page
      .getByText(/opened your claim again/)
      .first()
      .waitFor();
    await visit.look('reopened');
    await page.getByRole('link', { name: 'Add Sessions' }).first().click();
    await page
      .getByRole('button', { name: /^Add: / })
      .first()
      .click();
    await page.getByText('Added', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Return to Sessions' }).click();
    await page.getByText('1 of 4 evaluated').waitFor();
    await visit.look('reopened and added');
    await page.getByRole('button', { name: 'Give up the changes' }).click();
    await page.getByText('1 of 3 evaluated').waitFor();
    await page.getByText('Your claim is in.').waitFor();
  });
});
