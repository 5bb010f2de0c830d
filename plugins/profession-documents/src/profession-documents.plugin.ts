import {
  definePlugin,
  PLUGIN_CONTRACT,
  type CertifyInput,
  type DocumentOffer,
  type Reason,
} from '@laurel/plugin-kit';
import { rulesFor } from './document-rules.js';
import { ProfessionDocumentsConfig, type DocumentRule } from './profession-documents.config.js';
import { messages } from './profession-documents.messages.js';

type Input = CertifyInput<ProfessionDocumentsConfig>;

/**
 * The documents of a claim by profession. AMA PRA: only MDs, DOs and equivalents are awarded AMA credit; others
 * get a certificate of participation.
 */
export const professionDocumentsPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'profession-documents',
  version: '1.1.0',
  title: 'Documents by profession',
  description: 'Offers each learner the certificates their profession may have, and says why not the others.',
  config: ProfessionDocumentsConfig,
  configVersion: 1,
  messages,

  // Documents for everyone, and those that are worded for each credit type, have nothing to say before the claim.
  rule: ({ config: { documents } }) =>
    documents.flatMap(({ inSentence, professions, professionsLabel, isPerCreditType }) =>
      professions.length === 0 || professionsLabel === undefined || isPerCreditType
        ? []
        : { code: 'rule', facts: { document: capitalise(inSentence), professions: professionsLabel } },
    ),

  certify(input) {
    const rules = rulesFor(input);
    return rules
      .filter((rule) => !rule.isHiddenWhenEmpty || creditsOf(rule, input).length > 0)
      .map((rule) => documentOf(rule, rules, input));
  },
});

const documentOf = (rule: DocumentRule, rules: readonly DocumentRule[], input: Input): DocumentOffer => {
  const { key, title, description, documentKind, template, statements, perCourse } = rule;
  const reason = findRefusal(rule, rules, input);
  return {
    key,
    title,
    ...(description === undefined ? {} : { description }),
    availability: reason === null ? { available: true } : { available: false, reason },
    documentKind,
    template,
    credits: creditsOf(rule, input),
    ...(perCourse ? { perCourse } : {}),
    statements,
    inputs: [],
  };
};

const findRefusal = (rule: DocumentRule, rules: readonly DocumentRule[], input: Input): Reason | null => {
  const document = rule.inSentence;
  if (!isForProfession(rule, input)) {
    const alternative = rules.find(
      (other) => isForProfession(other, input) && creditsOf(other, input).length > 0,
    );
    const professions = rule.professionsLabel ?? 'other professions';
    return alternative === undefined
      ? { code: 'other-profession-only', facts: { professions, document } }
      : {
          code: 'other-profession',
          facts: { professions, document, alternative: capitalise(alternative.inSentence) },
        };
  }
  return creditsOf(rule, input).length === 0 ? { code: 'nothing-claimed', facts: { document } } : null;
};

const isForProfession = ({ professions }: DocumentRule, { learner }: Input): boolean =>
  professions.length === 0 || professions.includes(learner.profession);

/** AMA PRA: the document shows the credit claimed, never the designated maximum. */
const creditsOf = ({ creditTypes, hoursOf }: DocumentRule, { claimed }: Input): DocumentOffer['credits'] => {
  const amountOf = (creditType: string): number => claimed[creditType] ?? 0;
  const hours = hoursOf.find((creditType) => amountOf(creditType) > 0);
  return [
    ...creditTypes
      .filter((creditType) => amountOf(creditType) > 0)
      .map((creditType) => ({ creditType, amount: amountOf(creditType) })),
    ...(hours === undefined ? [] : [{ creditType: hours, amount: amountOf(hours), unit: 'hours' }]),
  ];
};

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
