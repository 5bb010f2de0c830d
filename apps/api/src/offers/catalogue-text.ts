import type { OfferDecision } from '../workflow/workflow.types.js';
import type { CatalogueDto } from './dto/catalogue.dto.js';
import { cardCredits, cardHead, cardTail } from './offering-card.js';
import type { Programme } from '../catalogue/programme/programme.js';

const ALLOWED = JSON.stringify(cardTail({ allowed: true, denials: [] })).slice(1);

/**
 * Writes catalogues as JSON. A card is the same for everyone but for its credits, which depend on the learner's
 * profession, and the decision; so a thousand cards are written once per programme and set of credit types, and
 * each learner's catalogue is put together from these texts.
 */
export class CatalogueText {
  /** By programme, then by the credit types that are shown; each text ends before the decision. */
  private readonly written = new WeakMap<Programme, Map<string, readonly string[]>>();

  /** @param decisions one for each offering of the programme, in its order */
  write(
    programme: Programme,
    creditTypes: CatalogueDto['creditTypes'],
    decisions: readonly OfferDecision[],
  ): string {
    const heads = this.headsOf(
      programme,
      creditTypes.map(({ key }) => key),
    );
    const cards = heads.map((head, index) => {
      const decision = decisions[index];
      if (decision === undefined) throw new Error('There is an offering without a decision');
      return head + (decision.allowed ? ALLOWED : JSON.stringify(cardTail(decision)).slice(1));
    });
    return `{"revision":${programme.revision},"creditTypes":${JSON.stringify(creditTypes)},"offerings":[${cards.join(',')}]}`;
  }

  private headsOf(programme: Programme, creditTypes: readonly string[]): readonly string[] {
    const byTypes = this.written.get(programme) ?? new Map<string, readonly string[]>();
    this.written.set(programme, byTypes);
    const key = creditTypes.join(' ');
    const known = byTypes.get(key);
    if (known !== undefined) return known;
    const awardable = new Set(creditTypes);
    const heads = programme.offerings.map((offering) => {
      const head = { ...cardHead(programme, offering), credits: cardCredits(offering, awardable) };
      return `${JSON.stringify(head).slice(0, -1)},`;
    });
    // Professions make a handful of sets; more than that are credit types being edited.
    if (byTypes.size >= 16) byTypes.clear();
    byTypes.set(key, heads);
    return heads;
  }
}
