import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Size } from './visit.js';

/** What a picker of a total offers, in its order. */
export async function amountsOf(picker: Locator): Promise<number[]> {
  const offered = await picker.getByRole('option').allInnerTexts();
  return offered.map(Number).filter((amount) => !Number.isNaN(amount));
}

/** What is picked of Category 1 and of Patient Safety, as it is shown. */
export function chosenTotals(page: Page): Promise<string[]> {
  const pickers = ['Claimed Category 1 Hours', 'Claimed Patient Safety Hours'];
  return Promise.all(
    pickers.map(async (label) =>
      Number(await page.getByLabel(label, { exact: true }).inputValue()).toFixed(2),
    ),
  );
}

/** Two pickers are one question: side by side on a desktop, one over the other on a phone. */
export async function standTogether(first: Locator, second: Locator, size: Size): Promise<void> {
  const [one, other] = await Promise.all([first.boundingBox(), second.boundingBox()]);
  if (one === null || other === null) throw new Error('One of the totals is not there');
  const lies = {
    isBeside: one.y === other.y && one.x < other.x,
    isBelow: one.x === other.x && one.y < other.y,
  };
  expect(lies).toEqual({ isBeside: size === 'desktop', isBelow: size === 'phone' });
}
