import { setTimeout as pause } from 'node:timers/promises';
import {
  compileTemplate,
  designs,
  RendererPool,
  renderHtml,
  sampleCertificateData,
} from '@laurel/certificate-renderer';
import type { Browser } from 'playwright-core';
import { launcherOfBareBrowsers, printBare } from './bare-browser.js';
import type { Bench, Figure } from './bench.js';
import { alternate, alternateThroughput, p50 } from './measure.js';

const ROUNDS = 30;
/** Between two documents, so that tidying up after one is not counted with the next. */
const PAUSE_MILLISECONDS = 30;

const { source, defaultFormat: format } = designs.classic;
const data = sampleCertificateData();
const template = { source: compileTemplate(source), format };

/** A browser for one document, as a handler that keeps none would do it: one document after the other. */
const printLaunching = async (launch: () => Promise<Browser>, html: string): Promise<void> => {
  const browser = await launch();
  await printBare(await browser.newPage(), html, format);
  await browser.close();
};

/** One certificate from its frozen data to PDF bytes, against Chromium driven by hand. */
export const certificate: Bench = {
  name: 'certificate',
  title: 'Certificate on demand against a bare warm page, and against a browser launched per document',
  run: async (): Promise<readonly Figure[]> => {
    const launch = await launcherOfBareBrowsers();
    const html = await renderHtml(template.source, data, format);
    const pool = new RendererPool({ noSandbox: process.getuid?.() === 0 });
    await pool.start();
    const browser = await launch();
    try {
      const page = await browser.newPage();
      // As certificates are issued: one society's after each other, each with its date.
      const render = () =>
        pool.renderCertificate({ template, data, scope: 'society', createdAt: Temporal.Now.instant() });
      const onDemand = await alternate(
        ROUNDS,
        render,
        () => printBare(page, html, format),
        () => pause(PAUSE_MILLISECONDS),
      );
      await page.close();
      const pooled = await alternateThroughput(
        { rounds: 6, runs: 16 },
        { run: render, concurrency: pool.health().pages },
        { run: () => printLaunching(launch, html), concurrency: 1 },
      );
      return [
        {
          name: 'certificate.on_demand',
          value: p50(onDemand.subject),
          baseline: p50(onDemand.baseline),
          unit: 'ms',
          goal: { atMost: 1.2 },
        },
        {
          name: 'certificate.pooled',
          value: pooled.subject,
          baseline: pooled.baseline,
          unit: '1/s',
          goal: { atLeast: 4 },
        },
      ];
    } finally {
      await Promise.all([browser.close(), pool.close()]);
    }
  },
};
