import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformFile } from '@swc/core';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SOURCE = join(process.cwd(), 'apps/api/src/catalogue/importers');

/** A stream that makes its text while it is read, so that only the parser can hold on to it. */
const GENERATORS = `
  import { Readable } from 'node:stream';
  function* registrants(count) {
    yield 'Badge,First name,Last name,Credentials,Email,Tier\\n';
    for (let at = 0; at < count; at += 1) yield \`\${100000 + at},Thị Minh Khai,"Nguyễn, \${at}",RN,person\${at}@example.org,Standard\\n\`;
  }
  const session = (at) => ({ id: at + 1, date: '2026-05-01T09:00:00Z', duration: '00:30', title: 'Session ' + at,
    room: 'A', persons: [{ name: 'Ada' }], description: 'x'.repeat(2500) });
  function* programmeJson(count) {
    yield '{"schedule":{"conference":{"title":"C","days":[{"date":"2026-05-01","rooms":{"A":[';
    for (let at = 0; at < count; at += 1) yield (at > 0 ? ',' : '') + JSON.stringify(session(at));
    yield ']}}]}}}';
  }
  function* programmeXml(count) {
    yield '<schedule><day date="2026-05-01"><room name="A">';
    for (let at = 0; at < count; at += 1) yield \`<event id="\${at + 1}"><start>09:00</start><duration>00:30</duration><title>S \${at}</title><description>\${'x'.repeat(2500)}</description></event>\`;
    yield '</room></day></schedule>';
  }
`;

const PROGRAM = `
  import { parseProgramme, parseRegistrants } from './index.js';
  ${GENERATORS}
  const [kind, count] = [process.argv[2], Number(process.argv[3])];
  const rows = kind === 'registrants' ? parseRegistrants(Readable.from(registrants(count)))
    : parseProgramme(Readable.from(kind === 'json' ? programmeJson(count) : programmeXml(count)), { timeZone: 'UTC' });
  let values = 0, faults = 0;
  for await (const row of rows) 'value' in row ? values += 1 : faults += 1;
  console.log(values, faults, process.resourceUsage().maxRSS / 1024);
`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laurel-importers-'));
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  for (const file of await readdir(SOURCE)) {
    if (file.endsWith('.spec.ts')) continue;
    const { code } = await transformFile(join(SOURCE, file), {
      configFile: join(process.cwd(), '.swcrc'),
      sourceMaps: false,
    });
    await writeFile(join(folder, file.replace(/\.ts$/, '.js')), code);
  }
  await writeFile(join(folder, 'measure.js'), PROGRAM);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function measure(
  kind: string,
  count: number,
): Promise<Partial<Record<'values' | 'faults' | 'megabytes', number>>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=96', join(folder, 'measure.js'), kind, String(count)],
    { cwd: folder, timeout: 60_000 },
  );
  const [values, faults, megabytes] = stdout.split(' ').map(Number);
  return { values, faults, megabytes };
}

describe('with 96 MB of heap', () => {
  it('100,000 registrants stream, in under 300 MB in all', async () => {
    const { values, faults, megabytes } = await measure('registrants', 100_000);
    expect({ values, faults }).toEqual({ values: 100_000, faults: 0 });
    expect(megabytes).toBeLessThan(300);
  }, 60_000);

  it.each(['json', 'xml'])(
    'a %s programme of 50 MB streams',
    async (kind) => {
      const { values, faults, megabytes } = await measure(kind, 19_000);
      expect({ values, faults }).toEqual({ values: 19_000, faults: 0 });
      expect(megabytes).toBeLessThan(300);
    },
    60_000,
  );
});
