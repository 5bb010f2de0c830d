import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { choose } from './answer-evaluation.js';
import { setStage } from './stage.js';
import { holds, Visit } from './visit.js';

const stage = setStage();

async function signIn(page: Page, badge: string, lastName: string): Promise<void> {
  await page.goto(stage.laurel.address('rhythm'));
  await page.getByLabel('Badge ID', { exact: true }).fill(badge);
  await page.getByLabel('Last Name').fill(lastName);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page
    .getByRole('button', { name: /^Add to Credit Cart/ })
    .first()
    .waitFor();
}

/** Adds the first session of a search; answers its title. */
async function add(page: Page, words: string): Promise<string> {
  await page.getByRole('searchbox').fill(words);
  const button = page
    .getByRole('button', { name: new RegExp(`^Add to Credit Cart: .*${words}`, 'i') })
    .first();
  const name = (await button.getAttribute('aria-label')) ?? '';
  await button.click();
  await page.getByText('In your Credit Cart').first().waitFor();
  return name.replace('Add to Credit Cart: ', '');
}

/** What the worker keeps on the device. */
const KEPT = `(async () => {
  const names = await caches.keys();
  const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return all.flat().map(({ url }) => new URL(url).pathname);
})()`;

describe('A page that is opened without a network, on a phone', () => {
  it('waits at its address, goes on by itself, and saves what was not saved', async () => {
    const visit = await Visit.begin(stage.browser, 'offline', 'phone');
    const { page } = visit;
    await signIn(page, '100001', 'Okafor');
    // The worker has taken over, and everything it keeps is there.
    await holds(page, 'navigator.serviceWorker.controller?.state === "activated"');
    const kept: string[] = await page.evaluate(KEPT);
    expect(kept).toContain('/');
    expect(kept.filter((path) => /^\/learner-shell\.component-.*\.js$/.test(path))).toHaveLength(1);

    await page.context().setOffline(true);
    const title = await add(page, 'Plenary');
    await page.getByText('Will save when you are back online').first().waitFor();
    const address = page.url();
    // The page asks whether to leave with something unsaved.
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole('heading', { name: 'We cannot be reached right now' }).waitFor();
    await page.getByText(/it goes on by itself as soon as you are back/).waitFor();
    expect(page.url()).toBe(address);
    await visit.look('opened offline');
    // The profile of the society, and of the person nothing.
    const paths: string[] = await page.evaluate(KEPT);
    expect(paths.filter((path) => path.startsWith('/api'))).toEqual(['/api/tenant']);

    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Sessions', exact: true }).waitFor();
    expect(page.url()).toBe(address);
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.goto(`${stage.laurel.address('rhythm')}/cart`);
    await page.getByRole('button', { name: `Remove ${title}` }).waitFor();
    await visit.end();
  });
});

describe('Two windows of one browser', () => {
  it('lose nothing of each other, though one is closed before the network is back', async () => {
    const visit = await Visit.begin(stage.browser, 'windows', 'phone');
    const first = visit.page;
    await signIn(first, '100002', 'Lindqvist');
    const second = await first.context().newPage();
    await second.goto(`${stage.laurel.address('rhythm')}/sessions`);
    await second
      .getByRole('button', { name: /^Add to Credit Cart/ })
      .first()
      .waitFor();
    const form = await first.context().newPage();
    await form.goto(`${stage.laurel.address('rhythm')}/evaluation/scr26-overall`);
    await form.getByRole('radiogroup').first().waitFor();
    const sameForm = await first.context().newPage();
    await sameForm.goto(`${stage.laurel.address('rhythm')}/evaluation/scr26-overall`);
    await sameForm.getByRole('radiogroup').first().waitFor();

    const row = () => sameForm.getByRole('radiogroup').first().getByRole('radio').first();
    const other = () => sameForm.getByRole('radio', { name: 'more useful' });

    await first.context().setOffline(true);
    const added = [await add(first, 'Plenary'), await add(second, 'Debate')];
    await choose(form.getByRole('radiogroup').nth(0).getByRole('radio').first());
    await choose(other());
    await first.close();
    await form.close();
    await second.context().setOffline(false);

    await sameForm.getByText('Saved', { exact: true }).first().waitFor();
    expect(await row().isChecked()).toBe(true);
    expect(await other().isChecked()).toBe(true);
    await sameForm.reload();
    await row().waitFor();
    expect(await row().isChecked()).toBe(true);
    expect(await other().isChecked()).toBe(true);

    // What the closed window has left is taken over a few seconds later.
    await second.getByText('Saved', { exact: true }).first().waitFor();
    const cart = await second.context().newPage();
    await holds(second, `!Object.keys(localStorage).some((key) => key.startsWith('laurel:cart:'))`);
    await cart.goto(`${stage.laurel.address('rhythm')}/cart`);
    for (const title of added) await cart.getByRole('button', { name: `Remove ${title}` }).waitFor();
    await visit.end();
  });

  it('say that the other one has claimed what was selected', async () => {
    const visit = await Visit.begin(stage.browser, 'windows-earned', 'phone');
    const { page } = visit;
    await page.goto(stage.laurel.address('medquest'));
    await page.getByLabel('Username').fill('okafor');
    await page.getByLabel('Password', { exact: true }).fill('laurel-demo-2026');
    await page.getByRole('button', { name: 'Log In', exact: true }).click();
    await page
      .getByRole('list', { name: 'Topics of Emergency Medicine' })
      .getByRole('checkbox')
      .first()
      .check();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    const other = await page.context().newPage();
    await other.goto(`${stage.laurel.address('medquest')}/credits`);
    const button = other.getByRole('button', { name: /^Claim (?!0\.00)\d+\.\d\d CME$/ });
    await button.waitFor();

    await page.getByRole('button', { name: /^Claim (?!0\.00)\d+\.\d\d CME$/ }).click();
    await page.getByRole('button', { name: 'Generate Certificate' }).click();
    await page.getByRole('heading', { name: 'Success!' }).waitFor();
    await other.evaluate(`window.dispatchEvent(new Event('focus'))`);
    await other.getByText(/has been claimed meanwhile, in another window or on another device/).waitFor();
    await other.getByRole('button', { name: 'Claim 0.00 CME' }).waitFor();
    await visit.end();
  });
});
