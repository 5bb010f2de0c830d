import { formatCredit, unitOf } from '@laurel/credit';
import type { CertifyInput } from '@laurel/plugin-kit';
import type { DocumentRule, ProfessionDocumentsConfig } from './profession-documents.config.js';

type Input = CertifyInput<ProfessionDocumentsConfig>;

/** The rules as they apply to one claim: those that are meant for each credit type, once for each that was claimed. */
export const rulesFor = (input: Input): readonly DocumentRule[] =>
  input.config.documents.flatMap((rule) => (rule.isPerCreditType ? perCreditType(rule, input) : [rule]));

/** In the order of the rule's own list, or else of the tenant's credit types; categories count beside others only. */
const perCreditType = (rule: DocumentRule, input: Input): readonly DocumentRule[] => {
  const types =
    rule.creditTypes.length > 0
      ? rule.creditTypes
      : input.creditTypes.filter(({ isCategory }) => !isCategory).map(({ key }) => key);
  return types
    .filter((creditType) => (input.claimed[creditType] ?? 0) > 0)
    .map((creditType) => ruleOf(rule, creditType, input));
};

const ruleOf = (rule: DocumentRule, creditType: string, input: Input): DocumentRule => {
  const type = input.creditTypes.find(({ key }) => key === creditType);
  const wording = input.config.wordings.find((one) => one.creditType === creditType);
  const name = type?.name ?? creditType;
  const professionsLabel = wording?.professionsLabel ?? rule.professionsLabel;
  return {
    ...rule,
    key: `${rule.key}-${creditType}`,
    title: wording?.title ?? `${rule.title}: ${name}`,
    inSentence: wording?.inSentence ?? `${rule.inSentence} for ${name}`,
    documentKind: wording?.documentKind ?? rule.documentKind,
    professions: rule.professions.length > 0 ? rule.professions : [...(type?.audience ?? [])],
    ...(professionsLabel === undefined ? {} : { professionsLabel }),
    creditTypes: [creditType],
    hoursOf: [],
    statements: [...rule.statements, ...(wording?.statements ?? [])].map((text) =>
      fill(text, name, creditType, input),
    ),
  };
};

const fill = (
  text: string,
  name: string,
  creditType: string,
  { claimed, creditTypes, tenant }: Input,
): string => {
  const amount = claimed[creditType] ?? 0;
  const unit = creditTypes.find(({ key }) => key === creditType)?.unit;
  const words = unit === undefined ? name : unitOf(amount, unit);
  return text
    .replaceAll('[Provider]', tenant.name)
    .replaceAll('[credit type]', name)
    .replaceAll('[credits claimed]', `${formatCredit(amount)} ${words}`);
};
