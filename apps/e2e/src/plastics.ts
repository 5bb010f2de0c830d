import type { Page } from 'playwright-core';
import type { Size } from './visit.js';

/** The heading of the page that the plastics society's learners come to. */
export const HOME = 'PSTM26 CME Evaluations & Credit Claim';

/** Who claims in which size, so that two journeys do not meet in one claim. */
export const learners = {
  phone: { badge: '100001', lastName: 'okafor', name: 'José Ángel Okafor' },
  desktop: { badge: '100002', lastName: 'Lindqvist', name: 'Åsa Lindqvist' },
} as const satisfies Record<Size, object>;

export async function atHome(page: Page): Promise<void> {
  await page.getByRole('heading', { name: HOME, exact: true }).waitFor();
}

/** Fills in the form of the sign-in page, which is there. */
export async function logIn(
  page: Page,
  { badge, lastName }: { badge: string; lastName: string },
): Promise<void> {
  // The browser remembers which way was taken last.
  await page.getByRole('tab', { name: 'Meeting Badge' }).click();
  await page.getByLabel('Last Name').fill(lastName);
  await page.getByLabel('Badge/Confirmation Number', { exact: true }).fill(badge);
  await page.getByRole('button', { name: 'Log In', exact: true }).click();
  await atHome(page);
}
