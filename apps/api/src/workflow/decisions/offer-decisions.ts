import {
  checkOfferAnswer,
  deepFreeze,
  isBefore,
  type CreditTypeView,
  type OfferAnswer,
  type OfferingView,
  type OfferInput,
  type Plugin,
} from '@laurel/plugin-kit';
import type { DecisionRun, ReadyStep } from './decision-run.js';
import type { HostCode } from '../trail/host-messages.js';
import type { DecisionContext, OfferDecision, TrailEntry } from '../workflow.types.js';

const NO_DENIALS: readonly TrailEntry[] = Object.freeze([]);
const NO_WARNINGS: readonly Temporal.Instant[] = Object.freeze([]);

/** Decides offerings: first the host's own rules, then every step; all reasons are kept. */
export const decideOffers = (
  run: DecisionRun,
  offerings: readonly OfferingView[],
): readonly OfferDecision[] => {
  const steps = run.steps('offer');
  const hostRules = new HostOfferRules(run);
  return deepFreeze(offerings).map((offering) => decideOffer(run, steps, hostRules, offering));
};

const decideOffer = (
  run: DecisionRun,
  steps: readonly ReadyStep[],
  hostRules: HostOfferRules,
  offering: OfferingView,
): OfferDecision => {
  const hostDenial = hostRules.deny(offering);
  // There is nothing to claim here, so no plugin has anything to say about claiming it.
  if (hostDenial !== null) {
    const subject = { kind: 'offering', key: offering.id } as const;
    const entry = run.hostEntry('offer', subject, 'denied', hostDenial.code, hostDenial.facts);
    return { offeringId: offering.id, allowed: false, denials: [entry] };
  }
  let denials: TrailEntry[] | undefined;
  let until: Temporal.Instant | undefined;
  let warnAt: readonly Temporal.Instant[] = NO_WARNINGS;
  for (const step of steps) {
    const answer = run.ask(
      step,
      'offer',
      (plugin) => askOffer(plugin, run.context, step, offering),
      checkOffer,
    );
    if (answer?.allowed === true) {
      if (answer.until !== undefined && (until === undefined || isBefore(answer.until, until))) {
        until = answer.until;
        warnAt = answer.warnAt ?? NO_WARNINGS;
      }
      continue;
    }
    const subject = { kind: 'offering', key: offering.id } as const;
    denials ??= [];
    denials.push(
      answer === undefined
        ? run.failure('offer', step, subject, 'denied')
        : run.entry('offer', step.decider, subject, 'denied', answer.reason),
    );
  }
  const decision = {
    offeringId: offering.id,
    allowed: denials === undefined,
    denials: denials ?? NO_DENIALS,
  };
  return until === undefined ? decision : { ...decision, until, warnAt };
};

const checkOffer = (answer: OfferAnswer | undefined, plugin: Plugin): string | null =>
  checkOfferAnswer(answer, plugin.messages);

/** Written out field by field: this runs for each offering and each step, and a spread costs three times as much. */
const askOffer = (
  plugin: Plugin,
  context: DecisionContext,
  { config }: ReadyStep,
  offering: OfferingView,
): OfferAnswer | undefined => {
  const input: OfferInput<object> = {
    tenant: context.tenant,
    activity: context.activity,
    creditTypes: context.creditTypes,
    learner: context.learner,
    facts: context.facts,
    evidence: context.evidence,
    evaluations: context.evaluations,
    claim: context.claim,
    claimedBefore: context.claimedBefore,
    inputs: context.inputs,
    now: context.now,
    config,
    offering,
  };
  return plugin.offer?.(Object.freeze(input));
};

/** The rules about an offering that no society can switch off. */
class HostOfferRules {
  readonly #types: ReadonlyMap<string, CreditTypeView>;
  readonly #profession: string;
  readonly #keepsWithdrawn: boolean;
  readonly #hasRules: boolean;

  constructor({ context: { activity, creditTypes, learner }, hasRules }: DecisionRun) {
    this.#hasRules = hasRules;
    // Credit that was earned stays so when the topic leaves the programme.
    this.#keepsWithdrawn = activity.basis === 'earned';
    this.#types = new Map(creditTypes.map((type) => [type.key, type]));
    this.#profession = learner.profession;
  }

  deny(offering: OfferingView): { code: HostCode; facts: Record<string, readonly string[]> } | null {
    if (!this.#hasRules) return { code: 'host.not-open', facts: {} };
    if (offering.isWithdrawn && !this.#keepsWithdrawn) return { code: 'host.withdrawn', facts: {} };
    // A category (patient safety) counts beside a type and certifies nothing by itself.
    let carries = false;
    for (const { creditType, amount } of offering.credits) {
      const type = this.#types.get(creditType);
      if (type === undefined || type.isCategory || amount <= 0) continue;
      if (isAwardedTo(type, this.#profession)) return null;
      carries = true;
    }
    if (!carries) return { code: 'host.not-certified', facts: {} };
    const names = offering.credits.flatMap(({ creditType, amount }) => {
      const type = this.#types.get(creditType);
      return type === undefined || type.isCategory || amount <= 0 ? [] : [type.name];
    });
    return { code: 'host.no-credit-type-for-profession', facts: { creditTypes: names } };
  }
}

/** Whether a profession may be awarded a credit type; an empty audience means everyone. */
export const isAwardedTo = ({ audience }: Pick<CreditTypeView, 'audience'>, profession: string): boolean =>
  audience.length === 0 || audience.includes(profession);
