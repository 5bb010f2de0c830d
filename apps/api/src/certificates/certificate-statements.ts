import { formatCredit, type Hundredths, unitOf } from '@laurel/credit';
import type { ActivityView } from '@laurel/plugin-kit';
import type { CreditTypeRow, SocietyRow } from '../workflow/inputs/decision-query.js';

type StatedType = Pick<CreditTypeRow, 'key' | 'unit' | 'statements'>;

/** What the statements of a document are made of. */
export interface StatementFacts {
  readonly provider: string;
  readonly statements: SocietyRow['statements'];
  /** The activity's own. */
  readonly activityStatements: readonly string[];
  readonly activity: Pick<ActivityView, 'learningFormat' | 'maxima'>;
  readonly creditTypes: readonly StatedType[];
  /** The credit that the document states, the first of which its own statements are about. */
  readonly stated: readonly { readonly type: StatedType; readonly amount: Hundredths }[];
}

/**
 * The statements that a document carries, in the order in which they are printed: accreditation, the activity's, those
 * of its credit types, its own.
 *
 * AMA: the accreditation statement stands on every document. A certificate of credit carries the designation statement
 * of each type it awards; a certificate of participation says instead what the activity was designated for, because
 * only MDs, DOs and equivalents are awarded AMA credit. An activity without a designated maximum claims no designation.
 */
export const statementsOf = (
  documentKind: 'credit' | 'participation',
  facts: StatementFacts,
  documentStatements: readonly string[],
): string[] => {
  const [first] = facts.stated;
  const all = [
    fill(facts.statements.accreditation, facts),
    ...facts.activityStatements.map((statement) => fill(statement, facts)),
    ...(documentKind === 'credit' ? awarded(facts) : designated(facts)),
    ...documentStatements.map((statement) => fill(statement, facts, first)),
  ];
  return [
    ...new Set(all.flatMap((statement) => statement?.trim() ?? '').filter((statement) => statement !== '')),
  ];
};

const awarded = (facts: StatementFacts) =>
  facts.stated.map((credit) => fill(credit.type.statements.credit, facts, credit));

/**
 * What every type that the activity was designated for says to those who are not awarded it, and what the types that a
 * certificate of participation may state say of themselves.
 */
const designated = (facts: StatementFacts) => [
  ...facts.creditTypes
    .filter(({ key }) => (facts.activity.maxima[key] ?? 0) > 0)
    .map((type) => fill(type.statements.participation, facts, { type, amount: 0 })),
  ...facts.stated
    .filter(({ type }) => type.statements.participation === '')
    .map((credit) => fill(credit.type.statements.credit, facts, credit)),
];

/**
 * A statement with its blanks filled in; `null` when it names a maximum and none was designated.
 *
 * `[Provider]`, `[learning format]`, `[n]` (the designated maximum), `[maximum]` (the same with its unit),
 * `[credits claimed]` (what the document states, with its unit).
 */
const fill = (
  statement: string,
  { provider, activity }: StatementFacts,
  credit?: StatementFacts['stated'][number],
): string | null => {
  const filled = statement
    .replaceAll('[Provider]', provider)
    .replaceAll('[provider]', provider)
    .replaceAll('[learning format]', activity.learningFormat);
  const maximum = credit === undefined ? 0 : (activity.maxima[credit.type.key] ?? 0);
  if (credit === undefined || maximum <= 0) {
    if (/\[(?:n|maximum)\]/.test(statement)) return null;
  }
  if (credit === undefined) return filled;
  return filled
    .replaceAll('[n]', formatCredit(maximum))
    .replaceAll('[maximum]', worded(maximum, credit.type))
    .replaceAll('[credits claimed]', worded(credit.amount, credit.type));
};

const worded = (amount: Hundredths, { unit }: StatedType): string =>
  `${formatCredit(amount)} ${unitOf(amount, unit)}`;
