import { createHash } from 'node:crypto';
import type { OfferDecision } from '../workflow/workflow.types.js';
import type { CatalogueDto } from './dto/catalogue.dto.js';
import { cardCredits, cardHead, cardTail } from './offering-card.js';
import type { Programme } from '../catalogue/programme/programme.js';

const ALLOWED = JSON.stringify(cardTail({ allowed: true, denials: [] })).slice(1);

/** A learner's catalogue as JSON: its version at once, its text when somebody wants it. */
export interface WrittenCatalogue {
  /** SHA-256 of everything the text is made of; changes exactly when the text does. */
  readonly version: string;
  readonly text: () => string;
}

/** The cards of a programme up to the decision, for the credit types that a learner is shown. */
interface Heads {
  readonly texts: readonly string[];
  readonly version: string;
}

/**
 * Writes catalogues as JSON. A card is the same for everyone but for its credits, which depend on the learner's
 * profession, and the decision; so a thousand cards are written once per programme and set of credit types, and
 * each learner's catalogue is put together from these texts.
 */
export class CatalogueText {
  /** By programme, then by the credit types that are shown. */
  private readonly written = new WeakMap<Programme, Map<string, Heads>>();

  /** @param decisions one for each offering of the programme, in its order */
  write(
    programme: Programme,
    creditTypes: CatalogueDto['creditTypes'],
    decisions: readonly OfferDecision[],
  ): WrittenCatalogue {
    const heads = this.headsOf(
      programme,
      creditTypes.map(({ key }) => key),
    );
    // Most are allowed; what is said of the others is all that is written now.
    const tails = new Map<number, string>();
    for (const [index, decision] of decisions.entries()) {
      if (!decision.allowed) tails.set(index, JSON.stringify(cardTail(decision)).slice(1));
    }
    const head = `{"revision":${programme.revision},"creditTypes":${JSON.stringify(creditTypes)},"offerings":[`;
    return {
      version: digest(JSON.stringify([head, heads.version, ALLOWED, ...tails])),
      text: () => {
        const cards = heads.texts.map((card, index) => card + (tails.get(index) ?? ALLOWED));
        return `${head}${cards.join(',')}]}`;
      },
    };
  }

  private headsOf(programme: Programme, creditTypes: readonly string[]): Heads {
    const byTypes = this.written.get(programme) ?? new Map<string, Heads>();
    this.written.set(programme, byTypes);
    const key = creditTypes.join(' ');
    const known = byTypes.get(key);
    if (known !== undefined) return known;
    const awardable = new Set(creditTypes);
    const texts = programme.offerings.map((offering) => {
      const head = { ...cardHead(programme, offering), credits: cardCredits(offering, awardable) };
      return `${JSON.stringify(head).slice(0, -1)},`;
    });
    const heads = { texts, version: digest(texts.join('\n')) };
    // Professions make a handful of sets; more than that are credit types being edited.
    if (byTypes.size >= 16) byTypes.clear();
    byTypes.set(key, heads);
    return heads;
  }
}

/** SHA-256, for texts that name what is made of them. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
