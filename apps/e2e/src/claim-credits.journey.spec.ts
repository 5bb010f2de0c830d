import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerAllSections } from './answer-evaluation.js';
import { downloadedText } from './pdf-text.js';
import { printedFile } from './print.js';
import { setStage } from './stage.js';
import { type Size, Visit } from './visit.js';
import { askWhy } from './why.js';

/** Who claims in which size, so that the two journeys do not meet in one cart. */
const learners = {
  phone: { badge: '100001', lastName: 'okafor', name: 'José Ángel Okafor', document: 'CME Certificate' },
  desktop: { badge: '100002', lastName: ' LINDQVIST', name: 'Åsa Lindqvist', document: 'CME Certificate' },
} as const satisfies Record<Size, object>;

const stage = setStage();

// The steps are those of the society's own instructions, in their words.
describe.each(['phone', 'desktop'] as const)('Steps to Claim Credit, on a %s', (size) => {
  const learner = learners[size];
  let visit: Visit;
  let failedStep: string | undefined;

  /** One step of the way; the later ones make no sense, and would only wait, once one has failed. */
  const step = (name: string, walk: () => Promise<void>) =>
    it(name, async () => {
      if (failedStep !== undefined) throw new Error(`Not tried, since this failed: ${failedStep}`);
      failedStep = name;
      await walk();
      failedStep = undefined;
    });

  beforeAll(async () => {
    visit = await Visit.begin(stage.browser, 'rhythm', size);
  });
  afterAll(() => visit.end());

  step('1. Login with Badge ID number and Last Name', async () => {
    const { page } = visit;
    await page.goto(stage.laurel.address('rhythm'));
    await page.getByRole('heading', { name: 'Claim your credit' }).waitFor();
    await visit.look('sign in');

    await page.getByLabel('Badge ID', { exact: true }).fill(learner.badge);
    await page.getByLabel('Last Name').fill('Somebody Else');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText(/could not find that badge number and last name together/).waitFor();
    await visit.look('sign in refused');

    await page.getByText('Forgotten your Badge ID?').click();
    await page.getByText(/registration desk in the Grand Concourse/).waitFor();

    await page.getByLabel('Last Name').fill(learner.lastName);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sessions', exact: true }).waitFor();
    await visit.look('sessions');
  });

  step('2. Select “My Credit Cart/Certificates”', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'My Credit Cart/Certificates' }).first().click();
    await page.getByRole('heading', { name: 'My Credit Cart/Certificates' }).waitFor();
    await page.getByRole('heading', { name: 'Your Credit Cart is empty' }).waitFor();
    await visit.look('empty cart');
  });

  step('3. Complete the Overall Meeting Evaluation, section by section', async () => {
    const { page } = visit;
    await page
      .getByRole('link', { name: /Overall Meeting Evaluation/ })
      .first()
      .click();
    await answerAllSections(page, (section) => visit.look(`evaluation section ${String(section)}`));
    await visit.look('evaluation done');
  });

  step('4 A. Add sessions from the planner directly', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Sessions', exact: true }).first().click();
    await page.getByRole('searchbox').fill('plenary');
    const add = page.getByRole('button', { name: /^Add to Credit Cart: .*Plenary/ }).first();
    await add.click();
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    await page.getByText('In your Credit Cart').first().waitFor();
    await visit.look('added a session');
  });

  step('4 A. Filters by category, type and highlights', async () => {
    const { page } = visit;
    await page.getByRole('searchbox').fill('');
    await page.getByRole('tab', { name: /^All/ }).click();
    const cards = page.locator('laurel-offering-card');
    /** How many are shown once the last press has been painted. */
    const shown = async () => {
      await page.evaluate(
        'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))',
      );
      const words = await page
        .getByText(/^\d+ sessions?$/)
        .first()
        .innerText();
      return Number(/^\d+/.exec(words)?.[0]);
    };
    const openFilters = async () => {
      if (size === 'phone') await page.getByRole('button', { name: /^Filters/ }).click();
    };
    const closeFilters = async () => {
      if (size === 'phone') await page.getByRole('button', { name: /^Show \d+ session/ }).click();
    };
    const all = await shown();

    await openFilters();
    const category = page.getByRole('checkbox', { name: /^Atrial Fibrillation/ });
    const label = page.locator('label', { has: category });
    const counted = Number(await label.locator('.count').innerText());
    await category.check();
    await visit.look('filters');
    await closeFilters();
    expect(await shown()).toBe(counted);
    expect(counted).toBeLessThan(all);
    for (const text of await cards.allTextContents()) expect(text).toContain('Atrial Fibrillation');

    await openFilters();
    const type = page.getByRole('checkbox', { name: /^Debate/ });
    await type.check();
    await closeFilters();
    const both = await shown();
    expect(both).toBeGreaterThan(0);
    expect(both).toBeLessThan(counted);
    for (const text of await cards.allTextContents()) expect(text).toMatch(/Atrial Fibrillation[^]*Debate/);

    await page.getByRole('button', { name: 'Atrial Fibrillation', pressed: true }).click();
    await page.getByRole('button', { name: 'Debate', pressed: true }).click();
    expect(await shown()).toBe(all);
    await openFilters();
    await page.getByRole('checkbox', { name: 'Highlights only' }).check();
    await closeFilters();
    expect(await shown()).toBeLessThan(all);
    for (const text of await cards.allTextContents()) expect(text).toContain('Highlight');
    await visit.look('highlights');
    await page.getByRole('button', { name: 'Highlights only', pressed: true }).click();
  });

  step('4 A. Says why there is no “Add to Credit Cart”', async () => {
    const { page } = visit;
    await page.getByRole('searchbox').fill('industry theater');
    await page.getByText('This session is not certified for credit.').first().waitFor();
    await askWhy(visit, /Industry Theater/, {
      words: ['This session is not certified for credit.', /^Only sessions that are certified/],
      look: 'why of a session card',
    });
    if (size === 'desktop') {
      await page.getByRole('searchbox').fill('summit');
      await page
        .getByText(/Summits need a Premier registration; yours is Standard/)
        .first()
        .waitFor();
      await visit.look('summit needs premier');
    }
  });

  step('4 B. Add all Eligible Sessions from My Itinerary', async () => {
    const { page } = visit;
    await page.getByRole('searchbox').fill('debate');
    const stars = page.getByRole('button', { name: /^My Itinerary: / });
    await stars.nth(0).click();
    await stars.nth(1).click();
    await page.getByRole('searchbox').fill('industry theater');
    await page
      .getByRole('button', { name: /^My Itinerary: Industry/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'My Itinerary', exact: true }).first().click();
    await page.getByRole('heading', { name: 'My Itinerary' }).waitFor();
    await page.getByRole('button', { name: 'Add all Eligible Sessions to Credit Cart' }).click();
    await page
      .getByText(/not certified for credit/)
      .first()
      .waitFor();
    await visit.look('itinerary added');
  });

  step('4 C. Import from App', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'My Credit Cart/Certificates' }).first().click();
    await page
      .getByText(/\d transmitted/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Import from App' }).click();
    await page
      .getByText(/all of them in your Credit Cart|not certified for credit/)
      .first()
      .waitFor();
    await visit.look('imported from app');
  });

  step('5. Review sessions in the Credit Cart, and remove one', async () => {
    const { page } = visit;
    const remove = page.getByRole('button', { name: /^Remove / });
    const before = await remove.count();
    expect(before).toBeGreaterThan(3);
    const name = (await remove.first().getAttribute('aria-label')) ?? '';
    const first = page.getByRole('button', { name, exact: true });
    await first.click();
    await first.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).last().waitFor();
    await visit.look('removed a session');
  });

  step('5. Why? of an adjustment and of a requirement, in the cart and on the review', async () => {
    const { page } = visit;
    // Two at once, whatever was picked before: the debates of one hour.
    await page.getByRole('link', { name: 'Sessions', exact: true }).first().click();
    await page.getByRole('searchbox').fill('core curriculum');
    const adds = page.getByRole('button', { name: /^Add to Credit Cart: / });
    for (let count = 0; count < 3; count += 1) await adds.first().click();
    await page
      .getByText(/^At the same time as /)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'My Credit Cart/Certificates' }).first().click();
    await askWhy(visit, /rooms at once/, {
      words: [/rooms at once on .* (AM|PM) to .* (AM|PM)\./, 'The sessions', /\d+\.\d\d − \d+\.\d\d = /],
      look: 'why of an overlap',
    });
    await askWhy(visit, /Overall Meeting Evaluation/, {
      words: ['You completed the Overall Meeting Evaluation. Thank you.'],
      look: 'why of a requirement',
    });
    await page.getByRole('link', { name: 'Review and submit' }).last().click();
    await page.getByRole('heading', { name: 'Review and submit' }).waitFor();
    await askWhy(visit, /rooms at once/, { words: ['What it comes to'], look: 'why on the review' });
  });

  step('6. Review, submit, and generate the certificate under “Available Certificates”', async () => {
    const { page } = visit;
    // Reached by a press just now, and as well by its address.
    await page.goto(`${stage.laurel.address('rhythm')}/review`);
    await page.getByRole('button', { name: /^Claim less/ }).click();
    await page.getByRole('button', { name: /^Less: / }).click();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    const less = await page.getByText(/^You claim .* you could/).innerText();
    await page.reload();
    await page.getByText(less).waitFor();
    await visit.look('claims less');
    await page.getByRole('checkbox', { name: /I took part in these sessions/ }).check();
    await visit.look('review');
    await page.getByRole('button', { name: 'Submit', exact: true }).click();
    await page.getByRole('heading', { name: 'Done. Your claim is in.' }).waitFor();
    await visit.look('submitted');

    await askWhy(visit, /AMA PRA Category 1/, {
      words: [/You chose to claim .* you could\./, /rooms at once/],
      look: 'why of the claim in force',
    });

    await page.getByRole('link', { name: /^Get your certificate/ }).click();
    await page.getByRole('heading', { name: 'Available Certificates' }).waitFor();
    await page.goto(`${stage.laurel.address('rhythm')}/certificates`);
    await page.getByRole('heading', { name: 'Available Certificates' }).waitFor();
    await page.getByRole('button', { name: new RegExp(`Generate.*${learner.document}`) }).click();
    await page
      .getByText(/SCR26-\d{6}/)
      .first()
      .waitFor();
    await visit.look('certificate');
  });

  step('7. Save the certificate: the PDF holds it and the list of claimed sessions', async () => {
    const { page } = visit;
    const text = await downloadedText(page);
    expect(text).toContain(learner.name);
    expect(text).toContain('AMA PRA Category 1 Credit');
    expect(text).toContain('Sessions claimed');
  });

  step('7. Print the certificate, and open it', async () => {
    const { page } = visit;
    const print = page.getByRole('button', { name: /^Print/ }).first();
    expect(await printedFile(page, () => print.click())).toMatch(/^\/api\/certificates\/[^/]+\/file$/);
    await page
      .getByRole('link', { name: /^Open / })
      .first()
      .click();
    await page.getByRole('heading', { name: learner.document }).waitFor();
    await page.getByText('You are done').waitFor();
    await visit.look('opened certificate');
    const opened = page.url();
    await page.goto(opened);
    await page.getByText('You are done').waitFor();
    expect(await printedFile(page, () => print.click())).toMatch(/^\/api\/certificates\/[^/]+\/file$/);
  });

  step('Verifies for anybody, without signing in', async () => {
    const { page } = visit;
    const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec(await page.locator('main').innerText())?.[0];
    expect(code).toBeDefined();
    const stranger = await Visit.begin(stage.browser, 'stranger', size);
    await stranger.page.goto(`${stage.laurel.address('rhythm')}/verify/${code ?? ''}`);
    await stranger.page.getByText(learner.name).first().waitFor();
    await stranger.look('verify');
    await stranger.end();
  });
});

describe('A session for Premier registrants, on a phone', () => {
  it('says to a Standard one what it needs', async () => {
    const visit = await Visit.begin(stage.browser, 'rhythm-standard', 'phone');
    const { page } = visit;
    await page.goto(stage.laurel.address('rhythm'));
    await page.getByLabel('Badge ID', { exact: true }).fill('100003');
    await page.getByLabel('Last Name').fill('Nguyễn');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('searchbox').fill('summit');
    await page
      .getByText(/Summits need a Premier registration; yours is Standard/)
      .first()
      .waitFor();
    await visit.look('summit needs premier');
    await visit.end();
  });
});
