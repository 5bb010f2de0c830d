import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerSection, answerSections } from './answer-evaluation.js';
import { pdfText } from './pdf-text.js';
import { reopenClaim } from './staff.js';
import { canBeSentAway, goesWithItsPage, standsClear } from './toast.js';
import { setStage } from './stage.js';
import { type Size, Visit } from './visit.js';
import { askWhy } from './why.js';

/** Who claims in which size, so that the two journeys do not meet in one claim. */
const learners = {
  phone: { badge: '100001', lastName: 'okafor', name: 'José Ángel Okafor' },
  desktop: { badge: '100002', lastName: 'Lindqvist', name: 'Åsa Lindqvist' },
} as const satisfies Record<Size, object>;

const stage = setStage();

const HOME = 'PSTM26 CME Evaluations & Credit Claim';

// The steps are those of the society's own instructions, in their words.
describe.each(['phone', 'desktop'] as const)('PSTM CME claim instructions, on a %s', (size) => {
  const learner = learners[size];
  let visit: Visit;
  let failedStep: string | undefined;
  /** The Category 1 total that was chosen, as it is shown. */
  let amountClaimed = '';

  /** One step of the way; the later ones make no sense, and would only wait, once one has failed. */
  const step = (name: string, walk: (page: Page) => Promise<void>) =>
    it(name, async () => {
      if (failedStep !== undefined) throw new Error(`Not tried, since this failed: ${failedStep}`);
      failedStep = name;
      await walk(visit.page);
      failedStep = undefined;
    });

  const logIn = async (page: Page): Promise<void> => {
    // The browser remembers which way was taken last.
    await page.getByRole('tab', { name: 'Meeting Badge' }).click();
    await page.getByLabel('Last Name').fill(learner.lastName);
    await page.getByLabel('Badge/Confirmation Number', { exact: true }).fill(learner.badge);
    await page.getByRole('button', { name: 'Log In', exact: true }).click();
    await page.getByRole('heading', { name: HOME, exact: true }).waitFor();
  };

  beforeAll(async () => {
    visit = await Visit.begin(stage.browser, 'plastics', size);
  });
  afterAll(() => visit.end());

  step(
    '1. Enter your Last Name and Badge/Confirmation Number, or your own credential, and Log In',
    async (page) => {
      await page.goto(stage.laurel.address('plastics'));
      await page.getByRole('heading', { name: 'CME Evaluations & Credit Claim Login' }).waitFor();
      await visit.look('log in');
      if (size === 'desktop') {
        await page.getByRole('tab', { name: 'PlasticSurgery.example' }).click();
        await visit.look('log in with the own credential');
        await page.getByRole('link', { name: 'Log In at PlasticSurgery.example' }).click();
        await page.getByLabel('Username').fill('lindqvist');
        await page.getByLabel('Password').fill('laurel-demo-2026');
        await page.getByRole('button', { name: 'Log in' }).click();
        await page.getByRole('heading', { name: HOME, exact: true }).waitFor();
      } else {
        await logIn(page);
      }
      await page.getByText(/registration@plastics\.example/).waitFor();
      expect(await page.getByRole('link', { name: /itinerary/i }).count()).toBe(0);
      await visit.look('home without sessions');
    },
  );

  step('2. Click “Add Sessions”', async (page) => {
    await page.getByRole('main').getByRole('link', { name: 'Add Sessions' }).click();
    await page.getByRole('heading', { name: 'Add Sessions', exact: true }).waitFor();
    await page
      .getByRole('button', { name: /^Add: / })
      .first()
      .waitFor();
    await visit.look('add sessions');
  });

  step('3. Add applicable Sessions: filter by Day', async (page) => {
    await page.getByRole('tab').first().click();
    const panels = page.getByRole('button', { name: /^Add: / });
    await panels.nth(0).click();
    await panels.nth(0).click();
    await standsClear(page, page.getByRole('link', { name: 'Return to Sessions' }));
    await page.getByText('Added', { exact: true }).nth(1).waitFor();
    await visit.look('added by day');
    await canBeSentAway(page);
  });

  step('3. … by Session, and Search', async (page) => {
    if (size === 'phone') await page.getByRole('button', { name: /^Filters/ }).click();
    await page.getByRole('checkbox', { name: /^Instructional Course/ }).check();
    if (size === 'phone') {
      await visit.look('filters');
      await page.getByRole('button', { name: /^Show \d+ session/ }).click();
    }
    await page.getByRole('button', { name: 'Instructional Course', pressed: true }).waitFor();
    await page
      .getByRole('button', { name: /^Add: / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Instructional Course', pressed: true }).click();

    await page.getByRole('searchbox').fill('safety');
    await page
      .getByRole('button', { name: /^Add: .*Safety/ })
      .first()
      .click();
    await page.getByRole('combobox', { name: 'Sort' }).selectOption('By title');
    await page.getByRole('heading', { name: 'By title' }).waitFor();
    await page.getByRole('combobox', { name: 'Sort' }).selectOption('By date');
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
    await page.getByRole('heading', { name: HOME, exact: true }).waitFor();
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
    const remove = page.getByRole('button', { name: /^Remove / });
    const name = (await remove.last().getAttribute('aria-label')) ?? '';
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

  step('Save & Log Out says what is not saved while offline', async (page) => {
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
    await page.getByText('1 of 3 evaluated').waitFor();
  });

  step('Save & Log Out, and go on with another device', async (page) => {
    await page.getByRole('main').getByRole('button', { name: 'Save & Log Out' }).click();
    await page.getByRole('heading', { name: 'CME Evaluations & Credit Claim Login' }).waitFor();
    await page.getByText(/^Everything is saved\./).waitFor();
    await visit.look('saved and logged out');
    const other = await Visit.begin(stage.browser, 'plastics-other', size === 'phone' ? 'desktop' : 'phone');
    await other.page.goto(stage.laurel.address('plastics'));
    await logIn(other.page);
    await other.page.getByText('1 of 3 evaluated').waitFor();
    await other.look('where the first stopped');
    await other.page
      .getByRole('button', { name: /^Remove / })
      .last()
      .click();
    await other.page.getByText('1 of 2 evaluated').waitFor();
    await other.page.getByRole('main').getByRole('button', { name: 'Save & Log Out' }).click();
    await other.page.getByRole('heading', { name: 'CME Evaluations & Credit Claim Login' }).waitFor();
    await other.end();
    await logIn(page);
    await page.getByText('1 of 2 evaluated').waitFor();
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
    const total = page.getByLabel('Claimed Category 1 Hours');
    // What is still missing is led to, a frame later.
    await total.and(page.locator(':focus')).waitFor();
    const offered = await total.getByRole('option').allInnerTexts();
    const amounts = offered.map(Number).filter((amount) => !Number.isNaN(amount));
    expect(amounts.at(-1)).toBe(0);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    await total.selectOption({ label: (amounts[1] ?? 0).toFixed(2) });
    await page.getByText('Saved', { exact: true }).first().waitFor();
    const beside = page.getByLabel('Claimed Patient Safety Hours');
    if ((await beside.count()) > 0) await beside.selectOption({ index: 1 });
    await page.reload();
    await page.getByLabel('Claimed Category 1 Hours').waitFor();
    expect(Number(await page.getByLabel('Claimed Category 1 Hours').inputValue())).toBe(amounts[1]);
    amountClaimed = (amounts[1] ?? 0).toFixed(2);
    await visit.look('totals chosen');
  });

  step('8. … and what becomes possible afterwards is said, and one press takes it', async (page) => {
    await page.getByRole('button', { name: 'Save & Go Back' }).click();
    await page.getByRole('heading', { name: HOME, exact: true }).waitFor();
    const total = page.getByRole('region', { name: 'Your claim so far' });
    await total.getByText(amountClaimed, { exact: true }).waitFor();
    await page.getByText(`You chose to claim ${amountClaimed}`).waitFor();
    await visit.look('more is possible');
    await page
      .getByRole('button', { name: /^Claim all .* Category 1/ })
      .first()
      .click();
    await page.getByText(`You chose to claim ${amountClaimed}`).waitFor({ state: 'detached' });
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.getByRole('link', { name: 'Overall Eval / Submit CME' }).click();
    const picker = page.getByLabel('Claimed Category 1 Hours');
    await picker.waitFor();
    const offered = await picker.getByRole('option').allInnerTexts();
    expect(Number(await picker.inputValue())).toBe(Number(offered[0]));
    await picker.selectOption({ label: amountClaimed });
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
    await page.getByRole('heading', { name: HOME, exact: true }).waitFor();
    await page.getByRole('link', { name: 'Overall Eval / Submit CME' }).click();
    await page.getByRole('heading', { name: 'CME Credit Claim', exact: true }).waitFor();
    await page.getByText(/Your credit will be reported to/).waitFor();
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
      .getByText(amountClaimed, { exact: true })
      .waitFor();
    await page.getByText(/^Your credit goes to the .*, as you asked\./).waitFor();
    await visit.look('home closed');
    await page.getByText('Not evaluated', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^Evaluation\s*Read/ }).click();
    await page.getByText(/What you answered can be read, and no longer changed\./).waitFor();
    expect(await page.getByRole('radio').first().isDisabled()).toBe(true);
    await visit.look('closed evaluation');
    await page.getByRole('link', { name: 'Done', exact: true }).click();
    await page.getByRole('heading', { name: HOME, exact: true }).waitFor();
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
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('link', { name: /Download/ })
        .first()
        .click(),
    ]);
    const text = await pdfText(readFileSync(await download.path()));
    expect(text).toContain(learner.name);
    expect(text).toContain('AMA PRA Category 1 Credit');
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
    await page.getByText('1 of 3 evaluated').waitFor();
    await visit.look('reopened and added');
    await page.getByRole('button', { name: 'Give up the changes' }).click();
    await page.getByText('1 of 2 evaluated').waitFor();
    await page.getByText('Your claim is in.').waitFor();
  });
});
