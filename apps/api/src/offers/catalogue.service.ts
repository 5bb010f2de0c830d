import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { toDecimal } from '@laurel/credit';
import type { OfferingView } from '@laurel/plugin-kit';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { LearnerContext } from '../tenancy/tenant-context.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { isAwardedTo } from '../workflow/decisions/offer-decisions.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import { TrailRules } from '../workflow/rules/trail-rules.service.js';
import { trailNames } from '../workflow/trail/trail-names.js';
import { explainedEntry } from '../workflow/trail/why-entry.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { TrailEntry } from '../workflow/workflow.types.js';
import { CatalogueText, digest, type WrittenCatalogue } from './catalogue-text.js';
import type { CreditTypeInfoDto, OfferingDetailDto } from './dto/catalogue.dto.js';
import { LearnersCatalogue } from './learners-catalogue.js';
import { cardCredits, cardHead, cardTail } from './offering-card.js';
import { PackedCatalogues } from './packed-catalogues.js';
import { ProgrammeService } from '../catalogue/programme/programme.service.js';

/** Learners whose last catalogue's version is remembered. */
const MAX_VERSIONS = 20_000;

/** The sessions of a learner's activity, each with the decision whether this learner may claim it. */
@Injectable()
export class CatalogueService {
  private readonly texts = new CatalogueText();
  private readonly packed = new PackedCatalogues();
  /** SHA-256 of everything a catalogue is decided from → the catalogue's version. */
  private readonly versions = new LRUCache<string, string>({ max: MAX_VERSIONS });

  constructor(
    private readonly database: TenantDatabase,
    private readonly inputs: DecisionInputsService,
    private readonly programmes: ProgrammeService,
    private readonly runner: WorkflowRunner,
    private readonly rules: TrailRules,
    private readonly faults: PluginFaultLog,
    private readonly clock: Clock,
  ) {}

  /**
   * The learner's catalogue. Decisions may depend on anything a plugin is shown, the time included. Time is given
   * to the minute, so that within a minute the version of an unchanged catalogue is known without deciding a
   * thousand offerings again; a limit on a whole minute still takes effect at that minute.
   */
  async catalogue(context: LearnerContext): Promise<LearnersCatalogue> {
    const now = this.clock.now().round({ smallestUnit: 'minute', roundingMode: 'floor' });
    const inputs = await this.database.transaction(context, (manager) =>
      this.inputs.load(manager, context, now),
    );
    const fingerprint = fingerprintOf(inputs);
    const known = this.versions.get(fingerprint);
    if (known !== undefined) {
      return new LearnersCatalogue(known, this.packed, () => this.write(context, inputs).written);
    }
    const { written, isFaultless } = this.write(context, inputs);
    // What a plugin's fault left out may be there the next time.
    if (isFaultless) this.versions.set(fingerprint, written.version);
    return new LearnersCatalogue(written.version, this.packed, () => written);
  }

  /** @throws DomainError `not_found` when the learner's activity has no such offering */
  async offering(context: LearnerContext, offeringId: string): Promise<OfferingDetailDto> {
    const now = this.clock.now();
    const { inputs, description } = await this.database.transaction(context, async (manager) => ({
      inputs: await this.inputs.load(manager, context, now),
      description: await this.programmes.descriptionOf(manager, context, offeringId),
    }));
    const offering = inputs.programme.offering(offeringId);
    if (offering === undefined || description === null)
      throw new DomainError('not_found', { detail: 'There is no such session.' });
    const subject = inputs.asDraft().context;
    const { offers, faults } = this.runner.decideOffers(inputs.workflow, subject, [offering]);
    this.faults.note(context, faults);
    const [decision] = offers;
    if (decision === undefined) throw new Error('There is an offering without a decision');
    const awardable = new Set(creditTypesFor(inputs).map(({ key }) => key));
    const trail = decision.allowed ? this.whyAllowed(inputs, offering, awardable) : decision.denials;
    const names = trailNames(inputs, this.rules.ofDecided(context, inputs, trail));
    return {
      ...cardHead(inputs.programme, offering),
      credits: cardCredits(offering, awardable),
      ...cardTail(decision),
      description,
      why: trail.map((entry) => explainedEntry(entry, names)),
    };
  }

  /** What the trail says of an offering that may be claimed: decided as the only line of a draft. */
  private whyAllowed(
    inputs: DecisionInputs,
    offering: OfferingView,
    awardable: ReadonlySet<string>,
  ): readonly TrailEntry[] {
    const lines = offering.credits
      .filter(({ creditType }) => awardable.has(creditType))
      .map(({ creditType, amount }) => ({ offering, creditType, amount }));
    const { trail } = this.runner.decideDraft(inputs.workflow, inputs.asDraft().context, lines);
    return trail.filter(({ subject }) => subject.kind === 'offering' && subject.key === offering.id);
  }

  private write(
    context: LearnerContext,
    inputs: DecisionInputs,
  ): { written: WrittenCatalogue; isFaultless: boolean } {
    const { workflow, programme } = inputs;
    const decided = this.runner.decideOffers(workflow, inputs.asDraft().context, programme.offerings);
    this.faults.note(context, decided.faults);
    const written = this.texts.write(programme, creditTypesFor(inputs), decided.offers);
    return { written, isFaultless: decided.faults.length === 0 };
  }
}

/** Everything the decisions follow from; the programme and the workflow's steps by their revision. */
const fingerprintOf = (inputs: DecisionInputs): string => {
  const { workflow, programme, creditTypes } = inputs;
  return digest(
    JSON.stringify([
      inputs.asDraft().context,
      creditTypes,
      programme.activityId,
      programme.revision,
      workflow.revision,
      workflow.wording,
    ]),
  );
};

/** Only what the learner's profession may be awarded is shown. */
const creditTypesFor = ({ creditTypes, learner }: DecisionInputs): CreditTypeInfoDto[] =>
  creditTypes
    .filter((type) => isAwardedTo(type, learner.profession))
    .map(({ key, name, shortName, unit, increment, isCategory }) => ({
      key,
      name,
      shortName,
      unit,
      increment: toDecimal(increment),
      isCategory,
    }));
