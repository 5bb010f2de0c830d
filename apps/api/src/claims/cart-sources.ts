import { Injectable } from '@nestjs/common';
import { defaultTerms } from '@laurel/plugin-kit';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { PluginRegistry } from '../workflow/steps/plugin-registry.js';
import type { CartSourceDto } from './dto/cart.dto.js';

/** Sessions the learner starred; kept as evidence under this kind. */
export const ITINERARY = 'itinerary';

/** Where cart lines can come from beside the learner's own choice. */
@Injectable()
export class CartSources {
  constructor(private readonly registry: PluginRegistry) {}

  /** The itinerary, and each kind of evidence that an enabled step of the workflow imports. Off is off. */
  list(inputs: DecisionInputs): CartSourceDto[] {
    const { cart, itinerary } = { ...defaultTerms, ...inputs.workflow.wording?.terms };
    const sources = new Map([
      [
        ITINERARY,
        { kind: ITINERARY, label: `Add all Eligible Sessions to ${cart}`, mark: `In ${itinerary}` },
      ],
    ]);
    for (const { plugin, isEnabled } of inputs.workflow.steps) {
      const offered = isEnabled ? this.registry.get(plugin)?.evidenceImport : undefined;
      if (offered === undefined || sources.has(offered.evidenceKind)) continue;
      const { evidenceKind: kind, label, mark } = offered;
      sources.set(kind, { kind, label, mark });
    }
    return [...sources.values()].map((source) => ({
      ...source,
      offeringIds: [
        ...new Set(
          inputs.evidence.filter(({ kind }) => kind === source.kind).map(({ offeringId }) => offeringId),
        ),
      ],
    }));
  }
}
