import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { mailWith } from './mail.js';
import { setStage } from './stage.js';
import { Visit } from './visit.js';

const PASSWORD = 'laurel-demo-2026';

const stage = setStage();

/** The provider's page, which is not ours. */
async function signInAtProvider(page: Page, username: string): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
}

describe.each(['phone', 'desktop'] as const)('The Academy of Plastic Surgery, on a %s', (size) => {
  it('is entered by badge or by the society’s own credential, as the same learner', async () => {
    const visit = await Visit.begin(stage.browser, 'two-ways', size);
    const { page } = visit;
    await page.goto(stage.laurel.address('plastics'));
    await page.getByRole('heading', { name: 'CME Evaluations & Credit Claim Login' }).waitFor();
    await visit.look('meeting badge');
    await page.getByLabel('Badge/Confirmation Number').fill('100001');
    await page.getByLabel('Last Name').fill('Okafor');
    await page.getByRole('tab', { name: 'PlasticSurgery.example' }).click();
    await visit.look('own credential');
    // What was typed stays while the other way is looked at, and the arrow keys lead back.
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByLabel('Badge/Confirmation Number').inputValue()).toBe('100001');
    await page.getByRole('tab', { name: 'PlasticSurgery.example' }).click();
    await page.getByRole('link', { name: 'Log In at PlasticSurgery.example' }).click();
    await signInAtProvider(page, 'okafor');
    await page.getByRole('heading', { level: 1, name: /CME Evaluations & Credit Claim$/ }).waitFor();
    await page.goto(`${stage.laurel.address('plastics')}/profile`);
    await page.getByText('100001', { exact: true }).waitFor();
    await visit.end();
  });

  it('says in plain words why somebody does not get in', async () => {
    const visit = await Visit.begin(stage.browser, 'refused', size);
    const { page } = visit;
    const go = async () => {
      await page.goto(stage.laurel.address('plastics'));
      await page.getByRole('tab', { name: 'PlasticSurgery.example' }).click();
      await page.getByRole('link', { name: 'Log In at PlasticSurgery.example' }).click();
    };
    await go();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('You did not finish signing in at PlasticSurgery.example.').waitFor();
    await go();
    await signInAtProvider(page, 'stranger');
    await page.getByText(/you are not on the list for this activity/).waitFor();
    await visit.look('not registered');
    // The provider still knows the stranger; the next try asks anew.
    await page.getByRole('link', { name: 'Log In at PlasticSurgery.example' }).click();
    await signInAtProvider(page, 'okafor');
    await page.getByRole('heading', { level: 1, name: /CME Evaluations & Credit Claim$/ }).waitFor();
    await visit.end();
  });
});

describe('An expired session in mid-form, of somebody who came by the society’s own credential', () => {
  it('keeps what was typed through the provider’s pages and saves it then', async () => {
    const visit = await Visit.begin(stage.browser, 'expired-oidc', 'phone');
    const { page } = visit;
    await page.goto(stage.laurel.address('plastics'));
    await page.getByRole('tab', { name: 'PlasticSurgery.example' }).click();
    await page.getByRole('link', { name: 'Log In at PlasticSurgery.example' }).click();
    await signInAtProvider(page, 'lindqvist');
    await page.getByRole('heading', { level: 1, name: /CME Evaluations & Credit Claim$/ }).waitFor();
    const form = `${stage.laurel.address('plastics')}/evaluation/overall`;
    await page.goto(form);
    await page.getByRole('radio').first().waitFor();
    // Only our own cookies: the provider still knows the person.
    await page.context().clearCookies({ domain: 'plastics.localhost' });
    await page.getByRole('radio').first().check();
    await page.getByRole('heading', { name: 'Please sign in again' }).waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    await visit.look('sign in again');
    await page.getByRole('link', { name: 'Log In at PlasticSurgery.example' }).click();
    await page.getByRole('radio').first().waitFor();
    expect(page.url().startsWith(form)).toBe(true);
    await page.getByText('Saved', { exact: true }).first().waitFor();
    expect(await page.getByRole('radio').first().isChecked()).toBe(true);
    await visit.end();
  });
});

describe('A society that keeps usernames and passwords here', () => {
  it('lets its learners in, and lets them choose a new password when the old one is forgotten', async () => {
    const folder = path.join(stage.laurel.home, 'demo');
    const society: { profile: Record<string, unknown> } = JSON.parse(
      readFileSync(path.join(folder, 'rhythm.json'), 'utf8'),
    );
    society.profile['signIn'] = [{ kind: 'password', title: 'Member login' }, { kind: 'badge' }];
    const file = path.join(folder, 'rhythm-with-passwords.json');
    writeFileSync(file, JSON.stringify(society));
    await stage.laurel.operate(['tenant', 'apply', file]);
    const login = ['--email', 'minhkhai.nguyen@example.org', '--username', 'mnguyen', '--password', PASSWORD];
    await stage.laurel.operate(['learner', 'set-password', '--tenant', 'rhythm', ...login]);

    const visit = await Visit.begin(stage.browser, 'password', 'phone');
    const { page } = visit;
    await page.goto(stage.laurel.address('rhythm'));
    await page.getByLabel('Username').fill('MNguyen');
    await page.getByLabel('Password', { exact: true }).fill('not this one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('We could not find that username and password together.').waitFor();
    await visit.look('username and password');

    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await page.getByRole('heading', { name: 'Forgotten your password?' }).waitFor();
    await visit.look('forgotten password');
    await page.getByLabel('Username').fill('mnguyen');
    await page.getByRole('button', { name: 'Send me the link' }).click();
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    await visit.look('look into your mail');

    const link = /https?:\S+\/reset-password#[\w-]+/;
    const [address = ''] = link.exec(await mailWith(stage.laurel.home, link)) ?? [];
    await page.goto(address);
    await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
    await page.getByLabel('New password').fill('Nguyen12345');
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await page.getByText(/It holds your own name/).waitFor();
    await visit.look('weak password');
    await page.getByLabel('New password').fill('seven grey herons wade');
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await page.getByRole('heading', { name: 'Your password is changed' }).waitFor();
    await visit.look('password changed');
    await page.getByRole('link', { name: 'Sign in' }).last().click();
    await page.getByLabel('Username').fill('mnguyen');
    await page.getByLabel('Password', { exact: true }).fill('seven grey herons wade');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sessions', exact: true }).waitFor();

    await page.goto(`${stage.laurel.address('rhythm')}/profile`);
    const change = page.getByRole('button', { name: 'Change my password' });
    await page.getByLabel('Present password').fill('not this one');
    await page.getByLabel('New password').fill('short');
    await change.click();
    await page.getByText('Please take at least ten characters.').waitFor();
    await page.getByLabel('New password').fill('nine red herrings swim');
    await change.click();
    await page.getByText(/That is not your present password/).waitFor();
    await visit.look('present password wrong');
    await page.getByLabel('Present password').fill('seven grey herons wade');
    await change.click();
    await page.getByText('Your password is changed.').waitFor();
    expect(await page.getByLabel('Present password').inputValue()).toBe('');
    await visit.look('password changed in the profile');
    await visit.end();
  });
});
