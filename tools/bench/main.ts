import 'reflect-metadata';
import path from 'node:path';
import { type Bench, type Figure, isMet, ratioOf } from './bench.js';
import { catalogue } from './catalogue.bench.js';
import { certificate } from './certificate.bench.js';
import { decide } from './decide.bench.js';
import { earnings } from './earnings.bench.js';
import { fairness } from './fairness.bench.js';
import { journey } from './journey.bench.js';
import { submit } from './submit.bench.js';
import { tenantTransactions } from './tenant-transactions.bench.js';

const benches: readonly Bench[] = [
  certificate,
  submit,
  catalogue,
  tenantTransactions,
  decide,
  earnings,
  journey,
  fairness,
];

/** Where `--profile` leaves the processor profiles of the servers, for Chromium's or an editor's profiler. */
const PROFILES = path.resolve('.laurel', 'profiles');

/** `npm run bench [-- <name>] [-- --json] [-- --profile]`: a table, or one JSON object by figure. */
async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const asJson = words.includes('--json');
  const names = words.filter((word) => !word.startsWith('--'));
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `No bench "${unknown.join(', ')}". There are: ${benches.map(({ name }) => name).join(', ')}.`,
    );
  }
  if (words.includes('--profile')) {
    process.env['NODE_OPTIONS'] =
      `${process.env['NODE_OPTIONS'] ?? ''} --cpu-prof --cpu-prof-dir=${PROFILES}`;
    if (!asJson) process.stdout.write(`Profiles of the servers: ${PROFILES}\n`);
  }
  const figures: Figure[] = [];
  for (const bench of benches.filter(({ name }) => names.length === 0 || names.includes(name))) {
    if (!asJson) process.stdout.write(`${bench.title} …\n`);
    figures.push(...(await bench.run((line) => asJson || process.stdout.write(`${line}\n`))));
  }
  process.stdout.write(asJson ? `${JSON.stringify(asObject(figures))}\n` : `\n${asTable(figures)}\n`);
}

const rounded = (value: number) => Number(value.toPrecision(4));
const goalOf = ({ goal }: Figure) =>
  'atMost' in goal ? `≤ ${String(goal.atMost)}` : `≥ ${String(goal.atLeast)}`;

const asObject = (figures: readonly Figure[]) =>
  Object.fromEntries(
    figures.map((figure) => [
      figure.name,
      {
        value: rounded(figure.value),
        unit: figure.unit,
        baseline: rounded(figure.baseline),
        ratio: rounded(ratioOf(figure)),
        goal: goalOf(figure),
        ok: isMet(figure),
      },
    ]),
  );

const asTable = (figures: readonly Figure[]) => {
  const rows = [
    ['figure', 'value', 'baseline', 'unit', 'ratio', 'goal', ''],
    ...figures.map((figure) => [
      figure.name,
      figure.value.toFixed(2),
      figure.baseline.toFixed(2),
      figure.unit,
      ratioOf(figure).toFixed(2),
      goalOf(figure),
      isMet(figure) ? 'met' : 'MISSED',
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
