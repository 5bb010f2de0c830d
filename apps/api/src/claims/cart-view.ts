import { formatCredit, toDecimal } from '@laurel/credit';
import { hostFact, type LineView, type RequirementForm } from '@laurel/plugin-kit';
import { recordedTotals, type StoredLine } from '../workflow/inputs/claim-rows.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { SentenceDto } from '../workflow/trail/sentence.dto.js';
import { sentenceOf } from '../workflow/trail/why-entry.js';
import type { CreditTotal, DecidedRequirement, DraftDecision } from '../workflow/workflow.types.js';
import type {
  CartDto,
  CartLineDto,
  CartOverlapDto,
  ClaimDeadlineDto,
  CreditTotalDto,
  RequirementDto,
} from './dto/cart.dto.js';
import { submittedClaimView, unitOfType } from './submitted-claim-view.js';

/** Agreed to where the society has no words of its own. AMA PRA: claim only credit commensurate with participation. */
const ATTESTATION =
  'I took part in the sessions listed here, and I claim only the credit that matches the extent of my participation.';

/**
 * The statement to agree to: that of the workflow's requirements to attest, which carry it as the fact `statement`;
 * or ours where the society asks for none of its own.
 */
export const attestationOf = (requirements: readonly DecidedRequirement[]): string => {
  const statements = requirements.flatMap(({ action, entry }) => {
    const statement = hostFact(entry.reason.facts, 'statement');
    // Once confirmed it is quoted inside a sentence, without its own full stop.
    if (action?.kind !== 'attest' || statement === null) return [];
    return /[.!?]$/u.test(statement) ? statement : `${statement}.`;
  });
  return statements.length === 0 ? ATTESTATION : statements.join(' ');
};

const CLOSED: SentenceDto = {
  text: 'Claims for this activity are closed.',
  remedy: 'Ask the society if you think that this is a mistake.',
};

/** The cart as the learner sees it: the draft, or what is in force when there is none. */
export const cartView = (
  inputs: DecisionInputs,
  lines: readonly LineView[],
  decision: DraftDecision,
  notice: SentenceDto | null,
): CartDto => {
  const { draft, inForce } = inputs;
  const isSubmitted = draft === null && inForce !== null;
  const blockers = isSubmitted ? [] : blockersOf(inputs, decision);
  // What was submitted shows what was decided then, whatever programme and workflow say by now.
  const totals = isSubmitted ? recordedTotals(inForce.credits) : decision.totals;
  return {
    claimId: draft?.id ?? inForce?.id ?? null,
    state: isSubmitted ? 'submitted' : draft === null || isEmptyFirst(inputs) ? 'empty' : 'draft',
    isAmendment: draft !== null && draft.amendsClaimId !== null,
    revision: draft?.revision ?? 0,
    lines: lineViews(inputs, lines, decision, isSubmitted),
    totals: totals.map((total) => totalView(total, inputs)),
    requirements: decision.requirements.map((requirement) => requirementView(requirement, inputs)),
    notice,
    canSubmit: !isSubmitted && draft !== null && blockers.length === 0,
    blockers,
    attestation: attestationOf(decision.requirements),
    deadline: deadlineOf(decision.requirements),
    overlaps: totals.flatMap(overlapsOf),
    submitted: inForce === null ? null : submittedClaimView(inForce, inputs.creditTypes),
  };
};

/** A first draft from which everything was removed is as good as none. */
const isEmptyFirst = ({ draft }: DecisionInputs): boolean =>
  draft !== null && draft.amendsClaimId === null && draft.lines.length === 0;

/** Everything that keeps the draft from being submitted, in words; attesting is part of submitting. */
export const blockersOf = (inputs: DecisionInputs, decision: DraftDecision): SentenceDto[] => [
  ...(inputs.activity.isOpen ? [] : [CLOSED]),
  ...decision.requirements
    .filter(({ state, action }) => state === 'unmet' && action?.kind !== 'attest')
    .map(({ entry }) => sentenceOf(entry)),
];

export const requirementView = (
  requirement: DecidedRequirement,
  about: Pick<DecisionInputs, 'inputs' | 'learner'>,
): RequirementDto => ({
  key: requirement.key,
  title: requirement.title,
  state: requirement.state,
  ...sentenceOf(requirement.entry),
  action: requirement.action ?? null,
  inputs: requirement.action?.kind === 'form' ? formInputs(requirement.action.form, about) : {},
  faults: requirement.faults.map(({ field, entry }) => ({ field, ...sentenceOf(entry) })),
});

/** What was given so far; identifiers that the society knows already are offered where nothing was given. */
const formInputs = (
  { key: formKey, fields }: RequirementForm,
  { inputs, learner }: Pick<DecisionInputs, 'inputs' | 'learner'>,
): RequirementDto['inputs'] => {
  const known = fields.flatMap(({ key, identifier }) => {
    const value = identifier === undefined ? undefined : learner.identifiers[identifier];
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...Object.fromEntries(known), ...inputs[formKey] };
};

const lineViews = (
  { draft, inForce, isEarned }: DecisionInputs,
  lines: readonly LineView[],
  decision: DraftDecision,
  isSubmitted: boolean,
): CartLineDto[] => {
  const stored: readonly StoredLine[] = draft?.lines ?? inForce?.lines ?? [];
  const origins = new Map(stored.map(({ offeringId, addedFrom }) => [offeringId, addedFrom]));
  const offers = new Map(decision.offers.map((offer) => [offer.offeringId, offer]));
  const views = [...Map.groupBy(lines, ({ offering }) => offering.id)].flatMap(([offeringId, own]) => {
    const offering = own[0]?.offering;
    if (offering === undefined) return [];
    // What was submitted stands, whatever the rules say about adding it today.
    const denials = isSubmitted ? [] : (offers.get(offeringId)?.denials ?? []);
    return {
      offeringId,
      code: offering.code,
      title: offering.title,
      day: offering.day?.toString() ?? null,
      startsAt: offering.startsAt?.toString() ?? null,
      endsAt: offering.endsAt?.toString() ?? null,
      room: offering.room,
      credits: own.map(({ creditType, amount }) => ({ creditType, amount: toDecimal(amount) })),
      isAllowed: denials.length === 0,
      denials: denials.map(sentenceOf),
      ...(isEarned && !isSubmitted ? { notes: own.flatMap(givenUp) } : {}),
      addedFrom: origins.get(offeringId) ?? 'learner',
    };
  });
  return views.sort(byTime);
};

/** A topic is claimed once for each credit type, so what is left of it cannot be claimed later. */
const givenUp = ({ offering, creditType, amount }: LineView): SentenceDto[] => {
  const offered = offering.credits.find((credit) => credit.creditType === creditType)?.amount ?? amount;
  if (amount >= offered) return [];
  return [
    {
      text: `You claim ${formatCredit(amount)} of ${formatCredit(offered)}; the other ${formatCredit(offered - amount)} of this topic is given up with this claim.`,
      remedy: 'Choose the whole amount if you took part in all of it.',
    },
  ];
};

/** In the order of the meeting; what has no time comes last. ISO instants of one form sort as text. */
const byTime = (a: CartLineDto, b: CartLineDto): number =>
  compare(a.startsAt ?? '~', b.startsAt ?? '~') ||
  compare(a.code, b.code) ||
  compare(a.offeringId, b.offeringId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const chosenOf = (chosen: number | undefined): number | null =>
  chosen === undefined ? null : toDecimal(chosen);

const totalView = (total: CreditTotal, { creditTypes, draft }: DecisionInputs): CreditTotalDto => {
  const type = creditTypes.find(({ key }) => key === total.creditType);
  return {
    creditType: total.creditType,
    name: type?.name ?? total.creditType,
    shortName: type?.shortName ?? total.creditType,
    unit: unitOfType(type, total.computed),
    selected: toDecimal(total.selected),
    computed: toDecimal(total.computed),
    increment: toDecimal(type?.increment ?? 25),
    adjustments: total.adjustments.map(({ delta, entry, offeringIds }) => ({
      amount: toDecimal(delta),
      ...sentenceOf(entry),
      offeringIds: [...offeringIds],
    })),
    chosen: chosenOf(draft?.chosen[total.creditType]),
    isCategory: type?.isCategory ?? false,
  };
};

/** Offerings at the same time are drawn side by side; a cap over several is none of their doing. */
const overlapsOf = ({ adjustments }: CreditTotal): CartOverlapDto[] =>
  adjustments
    .filter(({ isSimultaneous }) => isSimultaneous)
    .map(({ offeringIds, entry }) => ({ offeringIds: [...offeringIds], ...sentenceOf(entry) }));

const deadlineOf = (requirements: readonly DecidedRequirement[]): ClaimDeadlineDto | null => {
  for (const { entry } of requirements) {
    const at = hostFact(entry.reason.facts, 'deadline');
    if (at !== null) return { at, text: entry.sentence };
  }
  return null;
};
