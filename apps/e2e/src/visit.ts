import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const screenshots = path.resolve(import.meta.dirname, '..', 'screenshots');

/** The two sizes at which every page must be right. */
export const sizes = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 900 },
} as const;
export type Size = keyof typeof sizes;

/** A learner's browser: one window, and a picture and an axe run of every page it comes to. */
export class Visit {
  private step = 0;
  readonly faults: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly name: string,
  ) {}

  static async begin(browser: Browser, name: string, size: Size): Promise<Visit> {
    const context = await browser.newContext({
      viewport: sizes[size],
      deviceScaleFactor: 1,
      acceptDownloads: true,
      hasTouch: size === 'phone',
      // Nothing moves, so that pictures and axe see pages at rest.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    const visit = new Visit(await context.newPage(), context, `${name}-${size}`);
    visit.page.on('pageerror', (error) => visit.faults.push(error.message));
    return visit;
  }

  /** Looks at the page as it stands: a picture of it, no accessibility fault, nothing wider than the screen. */
  async look(what: string): Promise<void> {
    // Skeletons are not what is looked at.
    await this.page.locator('h1').first().waitFor();
    await this.page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
    this.step += 1;
    mkdirSync(screenshots, { recursive: true });
    const file = `${this.name}-${String(this.step).padStart(2, '0')}-${what.replaceAll(/\W+/g, '-')}.png`;
    await this.page.screenshot({ path: path.join(screenshots, file) });
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${what}: ${id} at ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
    const overflow: unknown = await this.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect({ what, overflow }).toEqual({ what, overflow: 0 });
  }

  async end(): Promise<void> {
    await this.context.close();
    expect(this.faults).toEqual([]);
  }
}

/** Waits until an expression is true in the page; pages of ours forbid what `waitForFunction` is made of. */
export async function holds(page: Page, expression: string): Promise<void> {
  const until = Date.now() + 30_000;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > until) throw new Error(`It never came to this: ${expression}`);
    await page.waitForTimeout(100);
  }
}
