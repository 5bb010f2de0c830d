import { afterAll, describe, expect, it } from '@jest/globals';
import { renderSheet, RenderTimeoutError, sampleCertificateData, SheetDrawer } from '../index.js';

const format = { size: 'Letter', orientation: 'portrait' } as const;
const request = (source: string, part = 1) => ({
  template: { source, format },
  data: sampleCertificateData(),
  part,
});
const heavy = `<p>{{learner.name}}</p>${'{{qr "https://example.org/abcdefghijklmnopqrstuvwxyz/abcdefghijklmnopqrstuvwxyz"}}'.repeat(300)}`;

describe('a thread that draws sheets', () => {
  const drawer = new SheetDrawer(60_000);
  afterAll(() => drawer.close());

  it('draws what is drawn here, part by part, and says why it does not', async () => {
    const plain = request('<p>{{learner.name}}</p>');
    expect(await drawer.draw(plain)).toBe(await renderSheet(plain.template, plain.data));
    expect(await drawer.draw(request('<p></p>', 9))).toBeNull();
    await expect(drawer.draw(request('<script></script>'))).rejects.toMatchObject({
      name: 'TemplateError',
      code: 'template.forbidden_markup',
    });
  });

  it('leaves this one free meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const before = performance.eventLoopUtilization();
    await drawer.draw(request(heavy));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.7);
  });

  it('is ended when a sheet takes too long, and begun anew', async () => {
    const hasty = new SheetDrawer(1);
    await expect(hasty.draw(request(heavy))).rejects.toBeInstanceOf(RenderTimeoutError);
    await expect(hasty.draw(request(heavy))).rejects.toBeInstanceOf(RenderTimeoutError);
    await hasty.close();
  });
});
