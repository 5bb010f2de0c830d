import { computed, effect, inject, Injector, linkedSignal, resource, Service, signal } from '@angular/core';
import { Snackbar } from '@laurel/ui';
import type {
  Cart,
  EarnedSelection,
  EarnedTopic,
  Earnings,
  RequirementView,
} from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { ProblemError } from '../../core/api/problem.js';
import { whenBack } from '../../core/focus/when-back.js';
import { Outbox } from '../../core/saving/outbox.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CartStore } from '../cart/cart.store.js';
import { SelectedCredits } from './selected-credits.js';
import {
  asRequest,
  type Checked,
  checkedOf,
  claimable,
  type Selection,
  selectedInDraft,
  shownFor,
  stillThere,
  sumOf,
  withAmount,
  withTopics,
} from './selection.js';

/** One selection stands in the place of the last: there is one draft. */
const DRAFT = 'draft';
const REST_MS = 400;
const NOTHING: Selection = { creditType: '', amounts: new Map() };

/** What is selected, and whether it has become less by no press of the learner's. */
interface Chosen {
  selection: Selection;
  isLess: boolean;
}

const isSelection = (value: unknown): value is EarnedSelection =>
  typeof value === 'object' &&
  value !== null &&
  'creditType' in value &&
  ('all' in value || 'items' in value);

/** Credit earned and not claimed yet, and what of it is selected: on the screen at once, in the draft a moment later. */
@Service()
export class EarnedStore {
  readonly #api = inject(LaurelApi);
  readonly #cart = inject(CartStore);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);

  readonly #outbox = new Outbox<EarnedSelection>({
    key: `laurel:earned:${this.#session.listKey()}`,
    label: 'what you selected to claim',
    injector: inject(Injector),
    restMs: REST_MS,
    isValue: isSelection,
    send: async (_draft, selection) => {
      this.#cart.accept(await this.#api.selectEarnings(this.#session.activityId(), selection));
    },
    onSentElsewhere: () => void this.lookAgain(),
    onRefused: (_draft, _selection, problem) => {
      this.#isRefused = true;
      this.#snackbar.show({ text: problem.message, goesAlong: true });
      this.reload();
    },
  });

  #isRefused = false;

  /**
   * The type the learner has picked; until then that of the draft as it was found, else the society's first. What the
   * learner selects makes a draft, and must not load everything anew.
   */
  readonly #picked = signal<string | null>(null);
  readonly #found = linkedSignal<Cart | null, string | undefined>({
    source: this.#cart.cart,
    computation: (cart, previous) =>
      previous?.value ??
      (cart === null
        ? undefined
        : cart.state === 'draft'
          ? (cart.lines[0]?.credits[0]?.creditType ?? '')
          : ''),
  });
  readonly #wanted = computed(() => this.#picked() ?? this.#found());
  readonly #resource = resource({
    params: () => {
      const creditType = this.#wanted();
      return creditType === undefined ? undefined : { creditType, activityId: this.#session.activityId() };
    },
    loader: ({ params }) => this.#api.earnings(params.activityId, params.creditType || undefined),
  });

  readonly earnings = computed<Earnings | null>(() =>
    this.#resource.hasValue() ? this.#resource.value() : null,
  );
  readonly failure = computed(() =>
    this.earnings()
      ? undefined
      : (this.#resource.error() ?? (this.#cart.cart() ? undefined : this.#cart.resource.error())),
  );
  /** Every type this learner may be awarded, with what there is to claim of it. */
  readonly types = linkedSignal<Earnings | null, Earnings['creditTypes']>({
    source: this.earnings,
    // The drop-down stays while another type is loading.
    computation: (earnings, previous) => earnings?.creditTypes ?? previous?.value ?? [],
  });
  readonly creditType = computed(() => this.earnings()?.creditType ?? this.#wanted() ?? '');
  readonly type = computed(
    () => this.types().find(({ creditType }) => creditType === this.creditType()) ?? null,
  );
  readonly topics = computed(() => {
    const earnings = this.earnings();
    return earnings ? claimable(earnings) : [];
  });

  readonly #chosen = linkedSignal<Earnings | null, Chosen>({
    source: this.earnings,
    computation: (earnings, previous) => {
      const before = previous?.value ?? { selection: NOTHING, isLess: false };
      if (earnings === null) return before;
      const { creditType } = earnings;
      const isSame = before.selection.creditType === creditType;
      const kept = isSame ? before.selection : selectedInDraft(this.#cart.cart(), creditType);
      const selection = stillThere(kept, earnings);
      const isLess = isSame && (before.isLess || selection.amounts.size < kept.amounts.size);
      return { selection, isLess };
    },
  });
  readonly selection = computed(() => this.#chosen().selection);
  /** Some of what was selected has been claimed in another window or on another device; until the next change here. */
  readonly isClaimedElsewhere = computed(() => this.#chosen().isLess);
  readonly selected = computed(() => sumOf(this.selection().amounts.values()));
  readonly allChecked = computed<Checked>(() => checkedOf(this.selection(), this.topics()));

  /** What stands against every claim, and no form or press here can mend: a membership that is missing. */
  readonly walls = computed<RequirementView[]>(() =>
    (this.earnings()?.requirements ?? []).filter(
      ({ state, action }) => state === 'unmet' && (action === null || action.kind === 'link'),
    ),
  );
  readonly isWalled = computed(() => this.walls().length > 0);

  constructor() {
    whenBack(() => void this.lookAgain());
    const credits = inject(SelectedCredits);
    effect(() =>
      credits.amount.set(shownFor(this.selection(), this.#cart.cart(), this.#outbox.hasChanges())),
    );
  }

  pick(creditType: string): void {
    // What is still on its way belongs to the type that is left.
    void this.#outbox.settled().then(() => this.#picked.set(creditType));
  }

  toggle(topics: readonly EarnedTopic[], isIn: boolean): void {
    this.#change(withTopics(this.selection(), topics, isIn));
  }

  setAmount({ offeringId }: EarnedTopic, amount: number): void {
    this.#change(withAmount(this.selection(), offeringId, amount));
  }

  checked(topics: readonly EarnedTopic[]): Checked {
    return checkedOf(this.selection(), topics);
  }

  /**
   * Brings the draft to what is on the screen, even where an earlier visit left it otherwise.
   *
   * @returns whether the server has it; false while it is away, or when it refused
   */
  async settled(): Promise<boolean> {
    this.#isRefused = false;
    this.#change(this.selection());
    return (await this.#outbox.settled()) && !this.#isRefused;
  }

  /** Everything as the server has it now. */
  reload(): void {
    this.#cart.resource.reload();
    this.#resource.reload();
  }

  /** Looks quietly whether something was claimed elsewhere; what cannot be reached now is looked at the next time. */
  async lookAgain(): Promise<void> {
    const creditType = this.earnings()?.creditType;
    if (creditType === undefined || this.#outbox.hasChanges()) return;
    try {
      const earnings = await this.#api.earnings(this.#session.activityId(), creditType);
      if (!this.#outbox.hasChanges() && this.earnings()?.creditType === creditType) {
        this.#resource.set(earnings);
      }
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
    }
  }

  /** What was selected has been claimed. */
  claimed(): void {
    this.#choose(NOTHING);
    this.reload();
  }

  #change(selection: Selection): void {
    const earnings = this.earnings();
    if (earnings === null) return;
    this.#choose(selection);
    this.#outbox.change(DRAFT, asRequest(selection, earnings));
  }

  #choose(selection: Selection): void {
    this.#chosen.set({ selection, isLess: false });
  }
}
