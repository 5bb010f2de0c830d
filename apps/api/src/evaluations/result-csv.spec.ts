import { describe, expect, it } from '@jest/globals';
import type { FormSection } from './form-definition.js';
import { ResultCsv } from './result-csv.js';

const sections: FormSection[] = [
  {
    key: 's',
    title: 'S',
    questions: [
      { key: 'text', kind: 'short-text', label: 'Text', isRequired: false },
      {
        key: 'scale',
        kind: 'scale',
        label: 'Scale',
        isRequired: false,
        scale: { min: -2, max: 2, minLabel: '', maxLabel: '' },
      },
      {
        key: 'many',
        kind: 'multiple',
        label: 'Many',
        isRequired: false,
        options: [
          { key: 'a', label: 'A' },
          { key: 'b', label: 'B, too' },
        ],
      },
    ],
  },
];
const lineOf = (answers: Parameters<ResultCsv['line']>[1]) => new ResultCsv(sections).line('About', answers);

describe('results as CSV', () => {
  it('are in the words of the form, quoted where needed', () => {
    expect(new ResultCsv(sections).header('About')).toBe('About,Text,Scale,Many\r\n');
    expect(lineOf({ text: 'two\nlines "quoted"', scale: 2, many: ['a', 'b'] })).toBe(
      'About,"two\nlines ""quoted""",2,"A; B, too"\r\n',
    );
    expect(lineOf({})).toBe('About,,,\r\n');
  });

  it('hold no formula that a spreadsheet would run, and leave numbers as they are', () => {
    for (const text of ['=1+1', '+1', '@SUM(A1)', '-cmd', '-1+2', '＝1', '＋1', '－1', '＠A', ' =1', '"=1'])
      expect(lineOf({ text })).toContain(`'${text.replaceAll('"', '""')}`);
    expect(lineOf({ text: '-1', scale: -2 })).toBe('About,-1,-2,\r\n');
  });

  it('hold none where a spreadsheet would cut a text either', () => {
    for (const separator of [';', '; ', '\t', '\n', '\r\n', ';"', '\t"']) {
      for (const sign of '=+-@＝＋－＠') {
        const line = lineOf({ text: `good${separator}${sign}cmd` });
        expect(line).not.toMatch(/(^|[;\t\r\n])["\s]*[=+\-@＝＋－＠]/);
        expect(line).toContain("'");
      }
    }
    expect(lineOf({ text: 'a-b = c; d' })).toBe('About,"a-b = c; d",,\r\n');
  });
});
