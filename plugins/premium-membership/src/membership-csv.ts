import { CsvError, parse } from 'csv-parse/sync';
import { readEntries, type ReadingRule, type ReadMemberships } from './membership-payload.js';

/** Columns by their name without spaces, hyphens and letter case. */
const columns: Readonly<Record<string, string>> = {
  membernumber: 'member',
  member: 'member',
  level: 'level',
  validfrom: 'validFrom',
  validuntil: 'validUntil',
};

/** Reads CSV with the columns member number, level, valid from and valid until, in any order. */
export const readMembershipCsv = (text: string, rule: ReadingRule): ReadMemberships => {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, skip_empty_lines: true, trim: true, to: rule.maxBatch + 2 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { facts: [], faults: [{ path: 'csv', reason: `this is not CSV: ${error.message}` }] };
  }
  const [header = [], ...records] = rows;
  const names = header.map((name) => columns[name.toLowerCase().replace(/[\s_-]/g, '')]);
  const unknown = header.filter((_name, index) => names[index] === undefined);
  const missing = ['member', 'level'].filter((name) => !names.includes(name));
  if (unknown.length > 0 || missing.length > 0 || new Set(names).size < names.length) {
    const reason = 'expected the columns member number, level, valid from, valid until in the first row';
    return { facts: [], faults: [{ path: 'rows.1', reason }] };
  }
  const entries = records.map((record) =>
    Object.fromEntries(
      names.flatMap((name, index) => (name === undefined ? [] : [[name, record[index] ?? '']])),
    ),
  );
  const { facts, faults } = readEntries(entries, rule, 'rows');
  // People count rows from one, and the header is one.
  return {
    facts,
    faults: faults.map((fault) => ({ ...fault, path: fault.path.replace(/^rows\.(\d+)/, rowNumber) })),
  };
};

const rowNumber = (_path: string, index: string): string => `rows.${String(Number(index) + 2)}`;
