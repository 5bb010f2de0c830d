import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

const message = (page: Page): Locator =>
  page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Dismiss' }) });

/**
 * The message at the bottom covers nothing of the page's action, and no way at the thumb. It is held by the focus from
 * then on, so that a slow machine finds it there.
 */
export async function standsClear(page: Page, action: Locator): Promise<void> {
  const bar = message(page).locator('.bar');
  await bar.getByRole('button', { name: 'Dismiss' }).focus();
  const said = await bar.boundingBox();
  for (const other of [action, page.getByRole('navigation', { name: 'Main' })]) {
    const box = await other.boundingBox();
    if (said === null || box === null)
      throw new Error('The message or what it is to stand clear of is not there');
    const isBeside = said.x + said.width <= box.x || box.x + box.width <= said.x;
    const isAboveOrBelow = said.y + said.height <= box.y || box.y + box.height <= said.y;
    expect({ said, box, isClear: isBeside || isAboveOrBelow }).toMatchObject({ isClear: true });
  }
}

/** The message is there before the page is left, and gone when the next one is there. */
export async function goesWithItsPage(page: Page, goOn: () => Promise<void>): Promise<void> {
  await message(page).waitFor();
  await goOn();
  expect(await message(page).count()).toBe(0);
}

/** Escape sends the message away; so does its own button, wherever a finger is all there is. */
export async function canBeSentAway(page: Page): Promise<void> {
  await message(page).waitFor();
  if (page.viewportSize()?.width === 390) await page.getByRole('button', { name: 'Dismiss' }).tap();
  else await page.keyboard.press('Escape');
  await message(page).waitFor({ state: 'detached', timeout: 2_000 });
}
