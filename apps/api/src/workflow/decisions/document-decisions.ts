import type { Hundredths } from '@laurel/credit';
import { checkDocumentOffers, deepFreeze, type DocumentOffer, type LineView } from '@laurel/plugin-kit';
import { CLAIM, type DecisionRun, type ReadyStep } from './decision-run.js';
import type { DecidedDocument, DocumentsDecision, TrailEntry } from '../workflow.types.js';

/**
 * Asks every `certify` step; the union by document key. A later step that offers a key again replaces the
 * document where it stands, so it can extend or withhold it.
 */
export const decideDocuments = (
  run: DecisionRun,
  lines: readonly LineView[],
  claimed: Readonly<Record<string, Hundredths>>,
): DocumentsDecision => {
  const documents = new Map<string, DecidedDocument>();
  const holds: TrailEntry[] = [];
  const types = new Set(run.context.creditTypes.map(({ key }) => key));
  deepFreeze(lines);
  deepFreeze(claimed);
  for (const step of run.steps('certify')) {
    const earlier = Object.freeze([...documents.values()].map(({ offer }) => offer));
    const input = Object.freeze({ ...run.input(step), lines, claimed, documents: earlier });
    const offers = run.ask(
      step,
      'certify',
      (plugin) => plugin.certify?.(input),
      (answer, plugin) => checkDocumentOffers(answer, plugin.messages, types, earlier),
    );
    if (offers === undefined) holds.push(run.failure('certify', step, CLAIM, 'failed'));
    for (const offer of offers ?? []) {
      documents.set(offer.key, decideDocument(run, step, offer, documents.get(offer.key)));
    }
  }
  const decided = [...documents.values()];
  const trail = [
    ...decided.flatMap(({ entry, promise }) => (promise === undefined ? [entry] : [entry, promise])),
    ...holds,
  ];
  return { documents: decided, isHeld: holds.length > 0, holds, faults: run.faults, trail };
};

const decideDocument = (
  run: DecisionRun,
  step: ReadyStep,
  offer: DocumentOffer,
  earlier: DecidedDocument | undefined,
): DecidedDocument => {
  const { availability, request, key } = offer;
  const { plugin } = step.decider;
  const subject = { kind: 'document', key } as const;
  const entryOfThis = (): TrailEntry =>
    availability.available
      ? run.entry('certify', step.decider, subject, 'available', {
          code: 'host.document-available',
          facts: {},
        })
      : run.entry('certify', step.decider, subject, 'unavailable', availability.reason);
  // What a step hands on as it was stays the decision of the step that made it.
  const isHandedOn = earlier !== undefined && earlier.offer.availability === availability;
  const entry = isHandedOn ? earlier.entry : entryOfThis();
  if (request === undefined) return { plugin, offer, entry };
  const promise =
    earlier?.offer.request?.promise === request.promise
      ? earlier.promise
      : run.entry('certify', step.decider, subject, 'promised', request.promise);
  return { plugin, offer, entry, promise };
};
