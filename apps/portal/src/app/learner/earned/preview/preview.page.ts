import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  resource,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Banner, Button, EmptyState, formatCredits, Icon, PageHeader } from '@laurel/ui';
import type { DocumentPart } from '../../../core/api/contract.js';
import { LaurelApi } from '../../../core/api/laurel-api.js';
import { ProblemError } from '../../../core/api/problem.js';
import { SessionStore } from '../../../core/session/session.store.js';
import { Wording } from '../../../core/wording/wording.js';
import { RequirementList } from '../../cart/requirement-list.component.js';
import { CartStore } from '../../cart/cart.store.js';
import { CertificateSheet } from '../../certificates/certificate-sheet/certificate-sheet.component.js';
import { CertificateSkeleton } from '../../certificates/certificate-skeleton.component.js';
import type { ShownSheet } from '../../certificates/certificate-words.js';
import { focusLateHeading } from '../../late-heading.js';
import { LoadFailed } from '../../load-failed/load-failed.component.js';
import { ThumbBar } from '../../thumb-bar/thumb-bar.component.js';
import { ClaimWall } from '../claim-wall.component.js';
import { EarnedStore } from '../earned.store.js';
import { Claiming } from './claiming.js';

interface Sheet extends ShownSheet {
  readonly topics: DocumentPart['topics'];
}

/** The certificates as they will be printed, before anything is claimed: is the name as the learner wants it? */
@Component({
  selector: 'laurel-preview-page',
  imports: [
    Banner,
    Button,
    CertificateSheet,
    CertificateSkeleton,
    ClaimWall,
    EmptyState,
    Icon,
    LoadFailed,
    PageHeader,
    RequirementList,
    RouterLink,
    ThumbBar,
  ],
  providers: [Claiming],
  templateUrl: './preview.page.html',
  styleUrl: './preview.page.css',
})
export class PreviewPage {
  readonly #api = inject(LaurelApi);
  readonly #carts = inject(CartStore);
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  readonly #router = inject(Router);
  readonly #session = inject(SessionStore);

  protected readonly t = inject(Wording).t;
  protected readonly claiming = inject(Claiming);
  protected readonly earned = inject(EarnedStore);
  protected readonly words = formatCredits;
  protected readonly cart = this.#carts.cart;
  protected readonly preview = resource({
    params: () => this.cart()?.revision,
    loader: () => this.#api.claimPreview(this.#session.activityId()),
  });
  protected readonly shown = computed(() => (this.preview.hasValue() ? this.preview.value() : null));
  protected readonly isEmpty = computed(() => {
    if (this.claiming.isDone()) return false;
    const cart = this.cart();
    if (cart !== null && cart.state !== 'draft') return true;
    const cause = this.preview.error();
    return cause instanceof ProblemError && cause.code === 'claim.empty';
  });
  protected readonly failure = computed(() =>
    this.shown() || this.claiming.isDone()
      ? undefined
      : (this.preview.error() ?? (this.cart() ? undefined : this.#carts.resource.error())),
  );
  protected readonly learner = this.#session.learner;
  /** One for each course, in the order in which they stand in the file. */
  protected readonly sheets = computed<Sheet[]>(() =>
    (this.shown()?.documents ?? []).flatMap(({ title, name, activityTitle, parts, sheet }) =>
      parts.map(({ courseTitle, topics }, index) => {
        const about = courseTitle ?? activityTitle;
        return {
          url: sheet === null ? '' : `${sheet.url}&part=${String(index + 1)}`,
          width: sheet?.width ?? 1,
          height: sheet?.height ?? 1,
          title: `${title} of ${name}: ${about}`,
          about,
          topics,
        };
      }),
    ),
  );
  protected readonly lead = computed(() => {
    const count = this.sheets().length;
    return count > 1
      ? `${String(count)} certificates in one PDF, one for each course`
      : 'As it will be printed';
  });
  /** What is given up with this claim, and the like. */
  protected readonly notes = computed(() =>
    (this.cart()?.lines ?? []).flatMap(({ title, notes }) =>
      (notes ?? []).map(({ text }) => ({ title, text })),
    ),
  );
  /** What is still to be done before, but for the statement, which is agreed to with the press. */
  protected readonly unmet = computed(() =>
    (this.cart()?.requirements ?? []).filter(
      ({ state, action }) => state === 'unmet' && action?.kind !== 'attest',
    ),
  );
  protected readonly walls = computed(() =>
    this.unmet().filter(({ action }) => action === null || action.kind === 'link'),
  );
  /** Why it was refused, until the page itself says so. */
  protected readonly refusedFor = computed(() => {
    const shown = new Set(this.walls().map(({ key }) => key));
    return (this.claiming.refusal()?.unmet ?? []).filter(({ key }) => !shown.has(key));
  });
  protected readonly todo = computed(() =>
    this.unmet().filter(({ action }) => action !== null && action.kind !== 'link'),
  );
  protected readonly isBlocked = computed(() => this.unmet().length > 0 || this.cart()?.canSubmit === false);
  protected readonly blockers = computed(() =>
    this.unmet().length > 0 ? [] : (this.cart()?.blockers ?? []),
  );

  constructor() {
    focusLateHeading(() => this.shown() !== null);
    effect(() => {
      if (this.claiming.refusal()) untracked(() => this.#showRefusal());
    });
  }

  protected reload(): void {
    this.#carts.resource.reload();
    this.preview.reload();
  }

  protected async generate(): Promise<void> {
    const cart = this.cart();
    if (cart?.state !== 'draft' || this.isBlocked()) return;
    const claimId = await this.claiming.claim(cart);
    if (claimId !== null)
      await this.#router.navigate(['/claims', claimId], { state: { isNew: true }, replaceUrl: true });
  }

  #showRefusal(): void {
    afterNextRender(
      {
        read: () => {
          this.#document.defaultView?.scrollTo(0, 0);
          this.#document.querySelector<HTMLElement>('[data-refusal]')?.focus({ preventScroll: true });
        },
      },
      { injector: this.#injector },
    );
  }
}
