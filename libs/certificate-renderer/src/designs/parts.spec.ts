import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startedPool } from '../../test/pool-for-tests.js';
import { readPdf, squeezed } from '../../test/read-pdf.js';
import {
  type CertificateData,
  type CertificatePart,
  type DesignKey,
  designs,
  type RendererPool,
  sampleCertificateData,
} from '../index.js';

const keys = Object.keys(designs).filter((key): key is DesignKey => key in designs);

let pool: RendererPool;

beforeAll(async () => {
  pool = await startedPool();
});

afterAll(() => pool.close());

async function print(key: DesignKey, data: CertificateData) {
  const { bytes, pages } = await pool.renderCertificate({
    template: { source: designs[key].source, format: designs[key].defaultFormat },
    data,
    scope: 'courses',
  });
  return { ...(await readPdf(bytes)), counted: pages };
}

const url = sampleCertificateData().verificationUrl;

/** A course with its topics; nothing of it is in another course. */
const course = (index: number, topics: number): CertificatePart => ({
  activity: {
    title: `Course ${String(index)}: Emergencies of Chapter ${String(index)}`,
    code: `C${String(index)}`,
    format: 'Enduring material',
    dates: `May ${String(index)}–2${String(index)}, 2026`,
    parsId: `2026-0${String(index)}`,
  },
  credits: [{ amount: `${String(index)}.25`, unit: 'AMA PRA Category 1 Credits™', isItalic: true }],
  statements: [`Course ${String(index)} is designated for a maximum of ${String(index)}0.50 credits.`],
  verificationUrl: `${url}?part=${String(index)}`,
  sessions: [
    {
      day: '',
      items: Array.from({ length: topics }, (_, topic) => ({
        time: 'May 3, 2026',
        title: `Topic ${String(index)}-${String(topic + 1)}`,
        credits: '0.25',
      })),
    },
  ],
});

const courses = (...topics: number[]): CertificateData =>
  sampleCertificateData({
    number: 'MQ-000042',
    sessions: [],
    listTitle: 'Topics claimed',
    parts: topics.map((count, index) => course(index + 1, count)),
  });

describe.each(keys)('a document of three courses in the %s design', (key) => {
  it('has a certificate for each course, with its own facts and topics and no others', async () => {
    const data = courses(3, 1, 5);
    const read = await print(key, data);
    expect(read.pages).toBe(read.counted);
    expect(read.isTagged).toBe(true);
    const starts = read.text.flatMap((text, page) =>
      squeezed(text).includes(squeezed(data.verificationCode)) ? [page] : [],
    );
    expect(starts).toHaveLength(3);
    starts.forEach((start, index) => {
      const text = squeezed(read.text.slice(start, starts[index + 1]).join(''));
      const number = index + 1;
      const part = data.parts?.[index];
      for (const fact of [
        data.learner.name,
        'MQ-000042',
        `Certificate ${String(number)} of 3`,
        `${String(number)}.25`,
        'Topics claimed',
        ...(part?.statements ?? []),
        part?.activity.title ?? '',
        part?.activity.dates ?? '',
      ]) {
        expect(text).toContain(squeezed(fact));
      }
      const topics = text.match(/Topic\d-\d/g) ?? [];
      expect(topics).toEqual((part?.sessions[0]?.items ?? []).map(({ title }) => squeezed(title)));
      for (const other of [1, 2, 3].filter((one) => one !== number)) {
        expect(text).not.toContain(squeezed(`Course ${String(other)}:`));
      }
    });
  });

  it('of one course only says nothing of parts', async () => {
    const read = await print(key, courses(2));
    expect(squeezed(read.text.join(''))).toContain(squeezed('Course 1: Emergencies'));
    expect(squeezed(read.text.join(''))).not.toMatch(/Certificate1of|\(1of1\)/);
  });

  it('keeps each certificate on its own sheet, however long name and title are', async () => {
    const data = courses(1, 60);
    const name = 'Dr. María de los Ángeles Fernández-Villanueva y Castellanos-Ortiz de la Santísima Trinidad';
    const read = await print(key, { ...data, learner: { name } });
    const sheets = read.text.filter((text) => squeezed(text).includes(squeezed(data.verificationCode)));
    expect(sheets).toHaveLength(2);
    for (const sheet of sheets) expect(squeezed(sheet)).toContain(squeezed(name));
    expect(squeezed(read.text.join('')).match(/Topic2-\d+/g)).toHaveLength(60);
  });
});
