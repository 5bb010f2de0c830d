import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import type { ImportFault } from './import-fault.js';
import { ImportStreamError } from './import-fault.js';
import { type ParsedRegistrant, parseRegistrants, type RegistrantOptions } from './registrant.parser.js';

async function parse(content: string | Buffer, options: RegistrantOptions = {}) {
  const rows = await Array.fromAsync(parseRegistrants(Readable.from([content]), options));
  const values: ParsedRegistrant[] = [];
  const faults: ImportFault[] = [];
  for (const row of rows) {
    if ('value' in row) values.push(row.value);
    else faults.push(...row.faults);
  }
  return { rows, values, faults };
}

const brief = (faults: ImportFault[]) => faults.map(({ row, field, code }) => ({ row, field, code }));

describe('parseRegistrants', () => {
  it('reads an export of a spreadsheet: mark, semicolons, stray spaces, quoted line breaks, other headers', async () => {
    const { values, faults } = await parse(
      '\uFEFFBadge #; First name ;Surname;Degree(s);E-Mail;Registration type;Member No.;NPI;ASRT ID\r\n' +
        ' 100001 ;"José  Ángel";Okafor;"MD, FHRS";jose@example.org;Premier;="00042";1234567893;\r\n' +
        '100004;María del Carmen;"Castellanos-\r\nOrtiz";RT(R);;Standard;;; 654321\r\n' +
        ';;;;;;;;\r\n' +
        '100005;花子;山田;M.D.;;;;;\r\n',
    );
    expect(faults).toEqual([]);
    expect(values).toEqual([
      {
        badge: '100001',
        firstName: 'José Ángel',
        lastName: 'Okafor',
        credentials: 'MD, FHRS',
        profession: 'physician',
        email: 'jose@example.org',
        tier: 'Premier',
        memberNumber: '00042',
        npi: '1234567893',
        boardIds: {},
      },
      {
        badge: '100004',
        firstName: 'María del Carmen',
        lastName: 'Castellanos- Ortiz',
        credentials: 'RT(R)',
        profession: 'technologist',
        email: null,
        tier: 'Standard',
        memberNumber: null,
        npi: null,
        boardIds: { asrt: '654321' },
      },
      {
        badge: '100005',
        firstName: '花子',
        lastName: '山田',
        credentials: 'M.D.',
        profession: 'physician',
        email: null,
        tier: null,
        memberNumber: null,
        npi: null,
        boardIds: {},
      },
    ]);
  });

  it('counts rows as the spreadsheet does, through quoted line breaks and empty lines', async () => {
    const { faults } = await parse('Badge,Last name\n1,"A\nB\nC"\n\n,Doe\n');
    expect(brief(faults)).toEqual([{ row: 4, field: 'badge', code: 'field.required' }]);
  });

  it.each([
    ['comma', 'Badge,"Last; name\tx"\n1,Doe\n', { mapping: { lastName: 'Last; name\tx' } }],
    ['semicolon', 'Badge;Last name\n1;Doe, the elder\n', {}],
    ['tab', 'Badge\tLast name\n1\tDoe\n', {}],
    ['declared separator', 'sep=|\r\nBadge|Last name\r\n1|Doe\r\n', {}],
    ['chosen separator', 'Badge|Last name\n1|Doe\n', { columnSeparator: '|' as const }],
    ['old line ends', 'Badge,Last name\r1,Doe\r', {}],
    ['mixed line ends', 'Badge,Last name\r\n1,Doe\n', {}],
    ['no last line end', 'Badge,Last name\n1,Doe', {}],
  ])('reads %s', async (_, content, options) => {
    const { values, faults } = await parse(content, options);
    expect(faults).toEqual([]);
    expect(values).toHaveLength(1);
    expect(values[0]).toMatchObject({ badge: '1', lastName: expect.stringMatching(/^Doe/) });
  });

  it('takes an identical repetition once and faults a differing one with the earlier row', async () => {
    const { values, faults } = await parse('Badge,Last name\n1,Doe\n2,Roe\n1, Doe \n1,Poe\n');
    expect(values.map(({ badge }) => badge)).toEqual(['1', '2']);
    expect(brief(faults)).toEqual([{ row: 5, field: 'badge', code: 'row.repeated_differently' }]);
    expect(faults[0]?.reason).toContain('Row 2');
  });

  it('tells every fault of a row at once', async () => {
    const { faults } = await parse(
      'Badge,Last name,Email,NPI\n1.00E+05,Doe,nobody,1234567890\n2,Roe,a@b.org,\n3,Poe,,12345,stray\n',
    );
    expect(brief(faults)).toEqual([
      { row: 2, field: 'badge', code: 'identifier.rounded' },
      { row: 2, field: 'email', code: 'email.unreadable' },
      { row: 2, field: 'npi', code: 'npi.invalid' },
      { row: 4, field: 'row', code: 'csv.too_many_cells' },
      { row: 4, field: 'npi', code: 'npi.invalid' },
    ]);
  });

  it('keeps a name of 200 characters, of right-to-left script, and with emoji', async () => {
    const long = 'Rakotoarimanana'.repeat(14).slice(0, 200);
    const names = [long, 'عبد الرحمن', 'בן־דוד', 'Doe 👩🏽‍⚕️'];
    const { values, faults } = await parse(
      `Badge,Last name\n${names.map((name, at) => `${at},${name}`).join('\n')}\n`,
    );
    expect(faults).toEqual([]);
    expect(values.map(({ lastName }) => lastName)).toEqual(names);
  });

  it('removes what cannot be seen: direction overrides, zero-width spaces, control characters', async () => {
    const { values } = await parse('Badge,Last name\n\u200b1\u0000,\u202eeoD\u202c\u00a0 X\n');
    expect(values[0]).toMatchObject({ badge: '1', lastName: 'eoD X' });
  });

  describe('refuses a file it cannot trust, with one fault that says what to do', () => {
    it.each([
      ['an empty file', '', 'file.empty'],
      ['a header alone', 'Badge,Last name\n', 'file.no_rows'],
      ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'file.is_workbook'],
      ['Latin-1 bytes', Buffer.from('Badge,Last name\n1,Ib\u00e1\u00f1ez\n', 'latin1'), 'file.encoding'],
      ['an open quotation mark', 'Badge,Last name\n1,"Doe\n2,Roe\n', 'csv.quote_not_closed'],
      ['text after a closing mark', 'Badge,Last name\n1,"Doe" x\n', 'csv.text_after_quote'],
      ['a missing column', 'Badge,Name\n1,Doe\n', 'column.missing'],
      ['two columns for one field', 'Badge,Badge ID,Last name\n1,2,Doe\n', 'column.ambiguous'],
    ])('%s', async (_, content, code) => {
      const { values, faults } = await parse(content);
      expect(values).toEqual([]);
      expect(faults.map((fault) => fault.code)).toEqual([code]);
    });

    it('a mapped column that is not there', async () => {
      const { faults } = await parse('Badge,Last name\n1,Doe\n', { mapping: { badge: 'Number' } });
      expect(brief(faults)).toEqual([{ row: 1, field: 'badge', code: 'column.mapped_missing' }]);
    });

    it('more rows or bytes than allowed', async () => {
      expect(brief((await parse('Badge,Last name\n1,A\n2,B\n3,C\n', { maxRows: 2 })).faults)).toEqual([
        { row: 4, field: 'file', code: 'file.too_many_rows' },
      ]);
      expect(brief((await parse('Badge,Last name\n1,A\n', { maxBytes: 10 })).faults)).toEqual([
        { row: undefined, field: 'file', code: 'file.too_large' },
      ]);
    });
  });

  it('names the line of the first byte that is not UTF-8, also far into the file', async () => {
    const lines = Array.from({ length: 9000 }, (_, at) => `${at},Müller`);
    const content = Buffer.concat([
      Buffer.from(`Badge,Last name\n${lines.join('\n')}\n`),
      Buffer.from('9001,M\u00fcller\n', 'latin1'),
    ]);
    const { faults } = await parse(content);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code: 'file.encoding', row: 9002 });
  });

  it('reads Latin-1 and UTF-16 when told or marked', async () => {
    const latin = await parse(Buffer.from('Badge,Last name\n1,Ibáñez\n', 'latin1'), {
      encoding: 'windows-1252',
    });
    expect(latin.values[0]?.lastName).toBe('Ibáñez');
    const wide = await parse(Buffer.from('\uFEFFBadge\tLast name\n1\tΠαπαδόπουλος\n', 'utf16le'));
    expect(wide.values[0]?.lastName).toBe('Παπαδόπουλος');
  });

  it('refuses letters that were lost or encoded twice before', async () => {
    const { faults } = await parse('Badge,First name,Last name\n1,JosÃ©,Ib\uFFFDnez\n2,IRMÃ,Ana\n');
    expect(brief(faults)).toEqual([
      { row: 2, field: 'lastName', code: 'text.lost_letters' },
      { row: 2, field: 'firstName', code: 'text.encoded_twice' },
    ]);
  });

  it('faults a field of more than 100 kB and reads on', async () => {
    const { values, faults } = await parse(`Badge,Last name\n1,${'x'.repeat(1_000_000)}\n2,Roe\n`);
    expect(brief(faults)).toEqual([{ row: 2, field: 'lastName', code: 'text.too_large' }]);
    expect(faults[0]?.value?.length).toBeLessThanOrEqual(80);
    expect(values.map(({ badge }) => badge)).toEqual(['2']);
  });

  it('yields the rows before a broken one, and its row number', async () => {
    const before = Array.from({ length: 40 }, (_, at) => `${at},Doe`).join('\n');
    const { values, faults } = await parse(`Badge,Last name\n${before}\n99,"Roe" x\n100,Poe\n`);
    expect(values).toHaveLength(40);
    expect(faults[0]?.row).toBe(42);
  });

  it('tells a failing stream from a faulty file', async () => {
    const stream = new Readable({ read() {} });
    stream.push('Badge,Last name\n1,Doe\n');
    setImmediate(() => stream.destroy(new Error('connection reset')));
    await expect(Array.fromAsync(parseRegistrants(stream))).rejects.toBeInstanceOf(ImportStreamError);
  });

  it('keeps a quotation mark in the middle of an unquoted cell', async () => {
    expect((await parse('Badge,Last name\n1,O"Brien\n')).values[0]?.lastName).toBe('O"Brien');
  });

  it('takes board identifiers from mapped columns, and refuses two for one board', async () => {
    const { values } = await parse('Badge,Last name,Techs\n1,Doe,77\n', {
      mapping: { 'boardIds.asrt': 'TECHS' },
    });
    expect(values[0]?.boardIds).toEqual({ asrt: '77' });
    expect(brief((await parse('Badge,Last name,ASRT ID,ASRT number\n1,Doe,7,8\n')).faults)).toEqual([
      { row: 1, field: 'boardIds.asrt', code: 'column.ambiguous' },
    ]);
    expect(
      brief((await parse('Badge,Last name\n1,Doe\n', { mapping: { 'boardIds.abp': 'ABP' } })).faults),
    ).toEqual([{ row: 1, field: 'boardIds.abp', code: 'column.mapped_missing' }]);
  });

  it('is not misled by professions and boards named like parts of a JavaScript object', async () => {
    const { values } = await parse('Badge,Last name,Profession,Board ID: __proto__\n1,Doe,constructor,5\n');
    expect(values[0]?.profession).toBe('constructor');
    expect(Object.entries(values[0]?.boardIds ?? {})).toEqual([['proto', '5']]);
  });
});
