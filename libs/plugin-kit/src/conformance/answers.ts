import { checkCollectAnswer, checkDeliverAnswer } from '../answers/io.js';
import {
  checkAdjustments,
  checkDocumentOffers,
  checkOfferAnswer,
  checkReportMessages,
  checkRequirements,
} from '../answers/pure.js';
import type { Fault } from '../answers/shape.js';
import type { Plugin, PureStage } from '../plugin.js';
import type { DecisionInput, DocumentOffer, Reason } from '../stages.js';

/** Asks a pure stage as the host does. */
export const askPure = (plugin: Plugin, stage: PureStage, input: unknown): unknown => {
  const method: unknown = Reflect.get(plugin, stage);
  if (typeof method !== 'function') throw new Error('The plugin has no such stage; take its samples out.');
  const answer: unknown = Reflect.apply(method, plugin, [input]);
  return answer;
};

/** An input of any pure stage; `certify` is also given what earlier steps offer. */
export type SampleInput = DecisionInput<object> & { readonly documents?: readonly DocumentOffer[] };

/** What the host would find wrong with an answer, or `null`. */
export const findAnswerFault = (
  { messages }: Plugin,
  stage: PureStage,
  answer: unknown,
  input: SampleInput,
): Fault => {
  const { creditTypes, documents = [] } = input;
  const types = new Set(creditTypes.map(({ key }) => key));
  switch (stage) {
    case 'offer':
      return checkOfferAnswer(answer, messages);
    case 'award':
      return checkAdjustments(answer, messages, types);
    case 'require':
      return checkRequirements(answer, messages);
    case 'certify':
      return checkDocumentOffers(answer, messages, types, documents);
    case 'report':
      return checkReportMessages(answer);
  }
};

export { checkCollectAnswer, checkDeliverAnswer };

/** Every reason of the plugin's own within an answer, wherever it stands; those it merely hands on are not. */
export const reasonsGiven = (answer: unknown, { documents = [] }: SampleInput): readonly Reason[] => {
  const handedOn = new Set(reasonsIn(documents));
  return reasonsIn(answer).filter((reason) => !handedOn.has(reason));
};

const reasonsIn = (answer: unknown): readonly Reason[] => {
  if (typeof answer !== 'object' || answer === null) return [];
  if (isReason(answer)) return [answer];
  return Object.values(answer).flatMap(reasonsIn);
};

const isReason = (value: object): value is Reason =>
  'code' in value && typeof value.code === 'string' && 'facts' in value && typeof value.facts === 'object';
