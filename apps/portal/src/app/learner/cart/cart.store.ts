import {
  computed,
  inject,
  Injector,
  linkedSignal,
  resource,
  Service,
  signal,
  untracked,
} from '@angular/core';
import { type Reason, Snackbar, type SnackbarMessage } from '@laurel/ui';
import type { AddResult, Cart, CartLine, OfferingCard, Sentence } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { ProblemError } from '../../core/api/problem.js';
import { Connection } from '../../core/connection/connection.js';
import { whenBack } from '../../core/focus/when-back.js';
import { Membership } from '../../core/saving/membership.js';
import { SessionStore } from '../../core/session/session.store.js';
import { byStart } from '../../core/time/by-start.js';
import { Wording } from '../../core/wording/wording.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { atSameTime } from './at-same-time.js';

/** The draft claim. Adding and removing show at once; totals are the server's, with an estimate until they come. */
@Service()
export class CartStore {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #connection = inject(Connection);
  readonly #injector = inject(Injector);
  readonly #snackbar = inject(Snackbar);
  readonly #wording = inject(Wording);
  /** What the snackbar speaks of, as long as it does. */
  #lastAdded: { id: string; undo: () => Promise<void>; message?: SnackbarMessage } | null = null;
  readonly #refusals = signal<ReadonlyMap<string, readonly Reason[]>>(new Map());

  readonly resource = resource({
    params: () => this.#session.activity()?.id,
    loader: ({ params: activityId }) => this.#api.cart(activityId),
  });
  /** As the server last told it; null until then. */
  readonly cart = computed<Cart | null>(() => (this.resource.hasValue() ? this.resource.value() : null));

  readonly #changes = new Membership({
    label: 'changes to your sessions',
    key: `laurel:cart:${this.#session.listKey()}`,
    injector: inject(Injector),
    send: async (id, isWanted) => {
      const activityId = this.#session.activityId();
      this.accept(
        await (isWanted ? this.#api.addLine(activityId, id) : this.#api.removeLine(activityId, id)),
      );
      const isStillTold =
        id === this.#lastAdded?.id && untracked(this.#snackbar.message) === this.#lastAdded.message;
      if (isStillTold && this.sameTime(id) !== '') this.#tellAdded();
    },
    onRefused: (id, isWanted, problem) => {
      this.#snackbar.dismiss();
      const reasons = problem.problem.denials ?? [{ text: problem.message }];
      if (isWanted) this.#refusals.update((refusals) => new Map(refusals).set(id, reasons));
      else this.#snackbar.show({ text: problem.message, goesAlong: true });
      this.resource.reload();
    },
    onSentElsewhere: () => void this.refresh(),
  });
  readonly isSettling = this.#changes.hasChanges;

  /** The lines as the person sees them: removed ones gone, added ones there before the server has answered. */
  readonly lines = computed<CartLine[]>(() => {
    const wanted = this.#changes.wanted();
    const kept = (this.cart()?.lines ?? []).filter((line) => wanted.get(line.offeringId) !== false);
    const known = new Set(kept.map((line) => line.offeringId));
    const added = [...wanted]
      .filter(([id, isWanted]) => isWanted && !known.has(id))
      .flatMap(([id]) => this.#catalogue().byId().get(id) ?? [])
      .map(lineOf);
    return [...kept, ...added].toSorted(byStart);
  });
  readonly #lineIds = computed(() => new Set(this.lines().map((line) => line.offeringId)));

  /** The total that leads: the first that is not a category beside the credit. */
  readonly mainTotal = computed(
    () => this.cart()?.totals.find((total) => !total.isCategory) ?? this.cart()?.totals[0] ?? null,
  );
  /** Credits so far in decimal credits: the server's sum, and until it answers an estimate from the changed lines. */
  readonly creditsSoFar = computed(() => {
    const creditType = this.mainTotal()?.creditType ?? this.lines()[0]?.credits[0]?.creditType;
    const amount = (line: CartLine) =>
      line.credits.find((credit) => credit.creditType === creditType)?.amount ?? 0;
    const onServer = this.cart()?.lines ?? [];
    const ids = new Set(onServer.map((line) => line.offeringId));
    const added = this.lines().filter((line) => !ids.has(line.offeringId));
    const removed = onServer.filter((line) => !this.#lineIds().has(line.offeringId));
    const estimate = sum(added.map(amount)) - sum(removed.map(amount));
    return Math.max(0, (this.mainTotal()?.computed ?? 0) + estimate);
  });

  /** The sum is an estimate that stays for a while: overlaps and limits are worked out on the server. */
  readonly isProvisional = computed(() => this.isSettling() && !this.#connection.isOnline());
  /** "hours" where the learner's credit is counted in hours; a phrase such as AMA PRA's is too long to go everywhere. */
  readonly unitSoFar = computed(() => {
    const total = this.mainTotal();
    if (total !== null) return wordFor(total.unit);
    if (this.#session.activity()?.basis === 'earned') return 'credits';
    const offered = this.#catalogue()
      .offerings()
      .find(({ credits }) => credits.length > 0);
    return wordFor(this.#catalogue().unit(offered?.credits[0]?.creditType ?? '', 1));
  });

  /** What the learner has chosen to claim by credit type, in decimal credits; in full until they claim less. */
  readonly amounts = linkedSignal<Readonly<Record<string, number>>>(() => {
    const cart = this.cart();
    return Object.fromEntries(
      (cart?.totals ?? []).map(({ creditType, computed, chosen }) => {
        const submitted = cart?.state === 'submitted' ? claimedOf(cart, creditType) : undefined;
        // What was chosen stands in the draft, as far as there still is so much.
        return [creditType, submitted ?? Math.min(chosen ?? computed, computed)];
      }),
    );
  });
  /** The claim is in, and nothing has been changed since. */
  readonly isSubmitted = computed(() => this.cart()?.state === 'submitted' && !this.isSettling());
  /** Credits as they are or will be claimed: the chosen amount, or while changes are on their way the estimate. */
  readonly creditsClaimed = computed(() => {
    // What was submitted stands, whatever could be claimed of it today.
    if (this.isSubmitted()) return this.cart()?.submitted?.credits[0]?.claimed ?? 0;
    const total = this.mainTotal();
    const chosen = total ? this.amounts()[total.creditType] : undefined;
    return chosen === undefined || this.isSettling() ? this.creditsSoFar() : chosen;
  });
  readonly isClaimingLess = computed(() => this.creditsClaimed() < this.creditsSoFar());

  /** Why nothing can be added to the claim that is in; null while it can still be changed. */
  readonly closed = computed<Sentence | null>(() => {
    const cart = this.cart();
    if (cart?.state !== 'submitted') return null;
    // What the learner can do nothing about stands against every change.
    return cart.requirements.find(({ state, action }) => state === 'unmet' && action === null) ?? null;
  });

  /** What says until when the claim can be submitted. */
  readonly deadlineRequirement = computed(() => {
    const cart = this.cart();
    return cart?.requirements.find(({ text }) => text === cart.deadline?.text) ?? null;
  });

  /** The list of sessions, loaded when it is first needed: where credit is earned never, however long it may be. */
  #catalogue(): CatalogueStore {
    return untracked(() => this.#injector.get(CatalogueStore));
  }

  constructor() {
    whenBack(() => void this.refresh());
  }

  /** Looks quietly whether the cart was changed elsewhere; what cannot be reached now is looked at the next time. */
  async refresh(): Promise<void> {
    const activityId = this.#session.activity()?.id;
    if (activityId === undefined || this.isSettling() || !this.resource.hasValue()) return;
    try {
      const cart = await this.#api.cart(activityId);
      if (!this.isSettling()) this.accept(cart);
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
    }
  }

  choose(creditType: string, amount: number): void {
    this.amounts.update((amounts) => ({ ...amounts, [creditType]: amount }));
  }

  has(offeringId: string): boolean {
    return this.#lineIds().has(offeringId);
  }

  /** Why the server did not take a session that the catalogue had offered. */
  refusal(offeringId: string): readonly Reason[] | null {
    return this.#refusals().get(offeringId) ?? null;
  }

  /** That a session of the cart shares its time with another one there, in a sentence; empty where it does not. */
  sameTime(offeringId: string): string {
    const cart = this.cart();
    return cart && this.has(offeringId) ? atSameTime({ ...cart, lines: this.lines() }, offeringId) : '';
  }

  add({ id }: { id: string; title: string }): void {
    const undo = this.#undoOf(id, false);
    this.#forgetRefusal(id);
    this.#changes.change(id, true);
    this.#lastAdded = { id, undo };
    this.#tellAdded();
  }

  remove(offering: { id: string; title: string }): void {
    const undo = this.#undoOf(offering.id, true);
    this.#lastAdded = null;
    this.#changes.change(offering.id, false);
    this.#snackbar.show({
      text: `Removed “${offering.title}”`,
      action: { label: 'Undo', run: () => void undo() },
    });
  }

  /** Told again when the server has counted: adding may have brought less than the session's credit. */
  #tellAdded(): void {
    const added = this.#lastAdded;
    if (added === null) return;
    added.message = {
      text: [this.#wording.t('added'), untracked(() => this.sameTime(added.id))].filter(Boolean).join('. '),
      action: {
        label: 'Undo',
        run: () => {
          this.#lastAdded = null;
          void added.undo();
        },
      },
    };
    this.#snackbar.show(added.message);
  }

  /** How a change is undone: the first one to a claim that is in gives up the amendment it began, whole. */
  #undoOf(id: string, wasIn: boolean): () => Promise<void> {
    const hadSubmitted = untracked(this.isSubmitted);
    return async () => {
      const isSettled = hadSubmitted && (await this.#changes.settled());
      if (!isSettled || !untracked(this.cart)?.isAmendment) this.#changes.change(id, wasIn);
      else await this.#discardOrSay();
    };
  }

  async #discardOrSay(): Promise<void> {
    try {
      await this.discard();
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      this.#snackbar.show({ text: cause.message });
    }
  }

  /** Adds all that may be added from the itinerary or from evidence. @throws ProblemError */
  async addFrom(kind: string): Promise<AddResult> {
    await this.#changes.settled();
    const result = await this.#api.addFromSource(this.#session.activityId(), kind);
    this.accept(result.cart);
    return result;
  }

  /** Takes back what `addFrom` has added. */
  takeBack(offeringIds: readonly string[]): void {
    for (const id of offeringIds) this.#changes.change(id, false);
  }

  /** Resolves when the server has what is on the screen (true), or is away (false). */
  settled(): Promise<boolean> {
    return this.#changes.settled();
  }

  /** Gives an amendment up, or empties the draft. @throws ProblemError */
  async discard(): Promise<void> {
    this.accept(await this.#api.discardCart(this.#session.activityId()));
  }

  /** Takes over a cart that another answer brought with it. */
  accept(cart: Cart): void {
    this.resource.set(cart);
  }

  #forgetRefusal(id: string): void {
    if (!untracked(this.#refusals).has(id)) return;
    this.#refusals.update((refusals) => new Map([...refusals].filter(([other]) => other !== id)));
  }
}

const sum = (amounts: number[]): number =>
  // Whole hundredths, so that no float ever shows.
  amounts.reduce((total, amount) => total + Math.round(amount * 100), 0) / 100;

const claimedOf = (cart: Cart, creditType: string): number | undefined =>
  cart.submitted?.credits.find((credit) => credit.creditType === creditType)?.claimed;

const lineOf = (offering: OfferingCard): CartLine => ({
  offeringId: offering.id,
  code: offering.code,
  title: offering.title,
  day: offering.day,
  startsAt: offering.startsAt,
  endsAt: offering.endsAt,
  room: offering.room,
  credits: offering.credits,
  isAllowed: offering.isAllowed,
  denials: offering.denials,
  addedFrom: 'learner',
});

const wordFor = (unit: string): 'hours' | 'credits' => (/^hours?$/i.test(unit) ? 'hours' : 'credits');
