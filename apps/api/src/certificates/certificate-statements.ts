import { formatCredit } from '@laurel/credit';
import type { ActivityView, CreditTypeView } from '@laurel/plugin-kit';
import type { SocietyRow } from '../workflow/inputs/decision-query.js';
import { isAmaPra, wordCredit } from './credit-wording.js';

/** What the statements of a document are made of. */
export interface StatementFacts {
  readonly provider: string;
  readonly statements: SocietyRow['statements'];
  /** The activity's own. */
  readonly activityStatements: readonly string[];
  readonly activity: Pick<ActivityView, 'learningFormat' | 'maxima'>;
  readonly creditTypes: readonly Pick<CreditTypeView, 'key' | 'unit'>[];
  /** The credit types that the document states, the first of which its own statements are about. */
  readonly stated: readonly Pick<CreditTypeView, 'key' | 'unit'>[];
}

/**
 * The statements that a document carries, in the order in which they are printed.
 *
 * AMA: the accreditation statement stands on every document. A certificate of AMA credit carries the designation
 * statement; a certificate of participation says instead that the activity was designated, because only MDs, DOs
 * and equivalents are awarded AMA credit. An activity without a designated maximum claims no designation.
 */
export const statementsOf = (
  documentKind: 'credit' | 'participation',
  facts: StatementFacts,
  documentStatements: readonly string[],
): string[] => {
  const designated = designatedAma(facts);
  const designation =
    designated === null || (documentKind === 'credit' && !facts.stated.some(isAmaPra))
      ? []
      : documentKind === 'credit'
        ? [fill(facts.statements.designation, facts, formatCredit(designated.amount))]
        : [`This activity was designated for ${designated.worded}.`];
  const all = [
    fill(facts.statements.accreditation, facts, null),
    ...facts.activityStatements.map((statement) => fill(statement, facts, null)),
    ...designation,
    ...documentStatements.flatMap((statement) => ownStatement(statement, facts)),
  ];
  return [...new Set(all.map((statement) => statement.trim()).filter((statement) => statement !== ''))];
};

/** The designated maximum in AMA credit, when the activity has one. */
const designatedAma = ({ activity, creditTypes }: StatementFacts) => {
  for (const type of creditTypes) {
    const amount = activity.maxima[type.key];
    if (amount === undefined || amount <= 0 || !isAmaPra(type)) continue;
    const { amount: digits, unit } = wordCredit(amount, type);
    return { amount, worded: `${digits} ${unit}` };
  }
  return null;
};

/** A document's own statement; left out when it names a maximum and none was designated for the credit it states. */
const ownStatement = (statement: string, facts: StatementFacts): string[] => {
  const [stated] = facts.stated;
  const maximum = (stated === undefined ? undefined : facts.activity.maxima[stated.key]) ?? 0;
  if (maximum > 0) return [fill(statement, facts, formatCredit(maximum))];
  return statement.includes('[n]') ? [] : [fill(statement, facts, null)];
};

const fill = (statement: string, { provider, activity }: StatementFacts, maximum: string | null): string => {
  const filled = statement
    .replaceAll('[Provider]', provider)
    .replaceAll('[provider]', provider)
    .replaceAll('[learning format]', activity.learningFormat);
  return maximum === null ? filled : filled.replaceAll('[n]', maximum);
};
