import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { SentenceDto } from '../workflow/trail/sentence.dto.js';
import { sentenceOf } from '../workflow/trail/why-entry.js';
import type { DecidedDocument, DocumentsDecision } from '../workflow/workflow.types.js';
import type { CertificateViewDto } from './dto/certificate-view.dto.js';
import type { DocumentViewDto, DocumentsViewDto } from './dto/document-view.dto.js';
import { knownInputs } from './document-inputs.js';

/** How the documents of a claim stand. */
export interface DocumentsState {
  readonly decision: DocumentsDecision;
  /** Certificates of the claim in force. */
  readonly certificates: readonly CertificateViewDto[];
}

/** Why a document cannot be made now; empty when it can. */
export const reasonsAgainst = (
  inputs: DecisionInputs,
  document: DecidedDocument,
  decision: DocumentsDecision,
): SentenceDto[] => {
  const { offer, entry } = document;
  if (!offer.availability.available) return [sentenceOf(entry)];
  if (inputs.inForce?.state === 'held') {
    return [
      { text: inputs.inForce.heldReason ?? 'A person at the society has to look at your claim first.' },
    ];
  }
  if (decision.isHeld) return decision.holds.map(sentenceOf);
  if (!inputs.templates.has(offer.template)) {
    const { email } = inputs.society.support;
    return [
      {
        text: 'The society has not finished the design of this document yet.',
        remedy: `Your claim is safe. Please try again later, or write to ${email}.`,
      },
    ];
  }
  return [];
};

/** "Available Certificates": what the learner may generate, has generated, or cannot, and why. */
export const documentsView = (inputs: DecisionInputs, state: DocumentsState): DocumentsViewDto => {
  // They come newest first; what was withdrawn is in the list of certificates alone.
  const standing = state.certificates.filter(({ state: stands }) => stands !== 'revoked').reverse();
  const certificates = new Map(standing.map((certificate) => [certificate.documentKey, certificate]));
  return {
    documents: state.decision.documents.map((document) =>
      documentView(inputs, document, state, certificates.get(document.offer.key) ?? null),
    ),
  };
};

const documentView = (
  inputs: DecisionInputs,
  document: DecidedDocument,
  state: DocumentsState,
  certificate: CertificateViewDto | null,
): DocumentViewDto => {
  const { offer, promise } = document;
  const reasons = reasonsAgainst(inputs, document, state.decision);
  const known = knownInputs(offer, inputs.learner.identifiers);
  return {
    key: offer.key,
    title: offer.title,
    description: offer.description ?? null,
    isAvailable: reasons.length === 0,
    reasons,
    inputs: offer.inputs.map(({ key, label, help, pattern }) => {
      const value = known[key];
      return {
        key,
        label,
        ...(help === undefined ? {} : { help }),
        ...(pattern === undefined ? {} : { pattern }),
        ...(value === undefined ? {} : { value }),
      };
    }),
    request:
      offer.request === undefined
        ? null
        : { promise: promise?.sentence ?? '', lastDay: offer.request.lastDay },
    certificate,
  };
};
