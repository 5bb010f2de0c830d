import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startedPool } from '../../test/pool-for-tests.js';
import { missingCharacters, readPdf, squeezed } from '../../test/read-pdf.js';
import {
  type CertificateData,
  type DesignKey,
  designs,
  type PageFormat,
  type RendererPool,
  sampleCertificateData,
  sampleSessions,
} from '../index.js';

const keys = Object.keys(designs).filter((key): key is DesignKey => key in designs);

const points: Record<PageFormat['size'], { short: number; long: number }> = {
  Letter: { short: 612, long: 792 },
  A4: { short: 595, long: 842 },
};

const formats: PageFormat[] = (['Letter', 'A4'] as const).flatMap((size) =>
  (['landscape', 'portrait'] as const).map((orientation) => ({ size, orientation })),
);

let pool: RendererPool;

beforeAll(async () => {
  pool = await startedPool();
});

afterAll(() => pool.close());

async function print(key: DesignKey, data: CertificateData, format = designs[key].defaultFormat) {
  const { bytes, pages } = await pool.renderCertificate({
    template: { source: designs[key].source, format },
    data,
    scope: 'rhythm',
  });
  return { ...(await readPdf(bytes)), bytes, counted: pages };
}

describe.each(keys)('the %s design', (key) => {
  it.each(formats)(
    'is one $size sheet in $orientation, with everything an auditor wants on it',
    async (format) => {
      const data = sampleCertificateData({ sessions: [] });
      const read = await print(key, data, format);
      expect([read.pages, read.counted]).toEqual([1, 1]);
      const { short, long } = points[format.size];
      const [width, height] = format.orientation === 'portrait' ? [short, long] : [long, short];
      expect(read.sizes).toEqual([{ width, height }]);
      const text = squeezed(read.text.join('')).toLowerCase();
      for (const fact of [
        data.title,
        data.learner.name,
        'MD, FACC',
        'ABIM ID',
        '184203',
        data.provider.name,
        data.activity.title,
        data.activity.format,
        'Chicago, Illinois',
        data.activity.dates,
        '21.75',
        'AMA PRA Category 1 Credits™',
        ...data.statements,
        ...data.signatures.flatMap(({ name, role }) => [name, role]),
        data.number,
        data.verificationCode,
        data.issuedOn,
      ]) {
        expect(text).toContain(squeezed(fact).toLowerCase());
      }
    },
  );

  it('is tagged, with title, language and outline, and without scripts', async () => {
    const read = await print(key, sampleCertificateData({ language: 'en-US' }));
    expect(read).toMatchObject({
      isTagged: true,
      title: 'Certificate of Continuing Medical Education',
      language: 'en-US',
      hasJavaScript: false,
    });
    expect(read.outline).toContain('Certificate of Continuing Medical Education');
  });

  it('carries its letters as fonts and not as drawings, and so stays small', async () => {
    const { bytes } = await print(key, sampleCertificateData({ sessions: [] }));
    const file = bytes.toString('latin1');
    expect(file).toMatch(/\/Subtype \/Type0\b/);
    expect(file).not.toMatch(/\/Subtype \/Type3\b/);
    expect(bytes.length).toBeLessThan(110_000);
  });

  it('shows whom it replaces, and no credit when there is none', async () => {
    const read = await print(
      key,
      sampleCertificateData({
        documentKind: 'participation',
        title: 'Certificate of Participation',
        credits: [],
        statements: [],
        sessions: [],
        supersedes: 'SHM-2026-000399',
      }),
    );
    expect(read.text[0]).toContain('SHM-2026-000399');
    expect(read.text[0]).not.toMatch(/AMA|21\.75|awarded/);
  });

  it('keeps a long document on its sheet', async () => {
    const statement = sampleCertificateData().statements[1] ?? '';
    const data = sampleCertificateData({
      statements: Array.from({ length: 6 }, () => statement),
      credits: [
        ...sampleCertificateData().credits,
        { amount: '18.50', unit: 'ANCC contact hours', isItalic: false },
        { amount: '4.00', unit: 'Patient safety hours', isItalic: false },
      ],
      signatures: [
        { name: 'Ingrid Aalto-Mbeki, MD', role: 'President' },
        { name: 'Tomás Rivera, MEd', role: 'Director of Education' },
        { name: 'Anneliese Oduya-Lindqvist, PhD, MPH', role: 'Chair, Committee on Continuing Education' },
      ],
      sessions: [],
    });
    const read = await print(key, data);
    expect(read.pages).toBe(1);
    const text = squeezed(read.text[0] ?? '');
    expect(text.split(squeezed(statement))).toHaveLength(7);
    expect(text).toContain(squeezed('Chair, Committee on Continuing Education'));
    expect(text).toContain(squeezed('4.00 Patient safety hours'));
  });
});

describe('the list of sessions', () => {
  it.each([
    { count: 1, pages: 2 },
    { count: 14, pages: 3 },
    { count: 60, pages: 5 },
  ])('of $count follows the certificate on $pages pages with a running head', async ({ count, pages }) => {
    const read = await print('modern', sampleCertificateData({ sessions: sampleSessions(count) }));
    expect(read.pages).toBe(pages);
    expect(read.text[0]).not.toMatch(/page \d/);
    read.text.slice(1).forEach((text, index) => {
      expect(text).toContain('José Ángel Okafor · SHM26');
      expect(text).toContain(`page ${index + 2} of ${pages}`);
    });
    expect(read.sizes.slice(1)).toEqual(
      Array.from({ length: pages - 1 }, () => ({ width: 612, height: 792 })),
    );
    expect(
      read.text
        .slice(1)
        .join('')
        .match(/\d+:00–/g),
    ).toHaveLength(count);
  });

  it('has its columns at the same places on each page, their heads again, and no total alone on one', async () => {
    const columns = ['AMA PRA Category 1 Credits™', 'Patient Safety hours'];
    for (let count = 26; count <= 44; count += 1) {
      const sessions = sampleSessions(count).map(({ day, items }) => ({
        day,
        items: items.map((item, index) => ({
          ...item,
          amounts: [item.credits, index % 3 === 0 ? '0.50' : ''],
        })),
      }));
      const read = await print(
        'modern',
        sampleCertificateData({
          sessions,
          listColumns: { when: 'Time', what: 'Session', credits: columns },
          listTotals: [
            { label: 'Sum of the sessions', amounts: ['33.00', '7.50'] },
            { label: 'Claimed', amounts: ['21.75', '4.50'] },
          ],
        }),
      );
      const pages = read.text.slice(1);
      for (const text of pages) {
        expect(squeezed(text)).toContain(squeezed(`Time Session ${columns.join(' ')}`));
        // A page with the totals has a session too, and the total stays with the sum.
        expect(text).toMatch(/\d+:00–/);
        expect(text.includes('Claimed')).toBe(text.includes('Sum of the sessions'));
      }
      expect(squeezed(pages.at(-1) ?? '')).toContain(squeezed('Claimed 21.75 4.50'));
      const places = read.places.slice(1).map((page) => page.get('1.50') ?? page.get('1.00'));
      expect(new Set(places).size).toBe(1);
    }
  }, 60_000);

  it.each([1, 14, 44])('of %d stands on the one sheet of the portrait list', async (count) => {
    const read = await print('portrait-list', sampleCertificateData({ sessions: sampleSessions(count) }));
    expect(read.pages).toBe(1);
    expect(read.text[0]?.match(/\d+:00–/g)).toHaveLength(count);
  });

  it('carries markup in titles and heads as text', async () => {
    const title = '</style><b>5 < 6 & "seven"</b> \\ }';
    const read = await print(
      'classic',
      sampleCertificateData({
        runningHead: title,
        sessions: [{ day: 'Thursday', items: [{ title, credits: '1.00' }] }],
      }),
    );
    expect(squeezed(read.text[1] ?? '').split(squeezed(title))).toHaveLength(3);
  });
});

const twoHundred =
  'Dr. María de los Ángeles Fernández-Villanueva y Castellanos-Ortiz de la Santísima Trinidad Rodríguez-Schwarzenegger von und zu Hohenlohe-Waldenburg-Schillingsfürst Papadopoulos-Nguyễn Thị Minh Khai XIVth';

const names = {
  'of 200 characters': twoHundred.slice(0, 200),
  'of 200 characters without a space': 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200),
  'of 200 wide letters': 'W'.repeat(200),
  'of two letters': 'Ng',
  Vietnamese: 'Nguyễn Thị Minh Khai Đặng Hữu Phước',
  Greek: 'Αναστασία Παπαδοπούλου',
  Cyrillic: 'Екатерина Щёлокова-Юрьева',
  Japanese: '山田 太郎 さくら',
  Chinese: '欧阳 诗涵',
  Korean: '김서연',
  Thai: 'สมชาย ใจดี',
  'with emoji': 'Sam 🩺 Rivera ❤️',
  mixed: 'Yuki 山田-Müller (Ольга)',
} as const;

/** The other two designs differ in type and place of the name, not in its fonts: the hardest names serve. */
const hardNames = ['of 200 characters', 'of 200 wide letters', 'with emoji', 'mixed'];

describe.each(keys)('a name in the %s design', (key) => {
  const isThorough = key === 'classic' || key === 'modern';
  const cases = Object.entries(names).filter(([title]) => isThorough || hardNames.includes(title));

  it.each(cases)('%s is whole, on one sheet', async (_, name) => {
    const read = await print(key, sampleCertificateData({ learner: { name }, sessions: [] }));
    expect(read.pages).toBe(1);
    expect(squeezed(read.text[0] ?? '')).toContain(squeezed(name));
  });

  it.each([
    ['Arabic', 'محمد عبد الرحمن بن علي الهاشمي'],
    ['Hebrew', 'יוסף בן־דוד הכהן'],
    ['Devanagari', 'प्रियंका श्रीवास्तव'],
  ])('in %s is whole, on one sheet', async (_, name) => {
    const read = await print(key, sampleCertificateData({ learner: { name }, sessions: [] }));
    expect(read.pages).toBe(1);
    expect(missingCharacters(name, read, read.bytes)).toEqual([]);
  });
});
