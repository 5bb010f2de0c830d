import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  type OnDestroy,
  signal,
  untracked,
} from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { Banner, Button, Icon, PageHeader, Skeleton } from '@laurel/ui';
import type { Answer, Question } from '../../core/api/contract.js';
import { Layout } from '../../core/layout/layout.js';
import { Wording } from '../../core/wording/wording.js';
import { CartStore } from '../cart/cart.store.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { ThumbBar } from '../thumb-bar/thumb-bar.component.js';
import { focusLateHeading } from '../late-heading.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { EvaluationDrafts } from './evaluation-drafts.js';
import { EvaluationEnd } from './evaluation-end.component.js';
import { answerTo, missingAnswers, sectionProgress, visibleKeys } from './form-logic.js';
import { QuestionCard } from './questions/question.component.js';
import { type SectionLink, SectionRail } from './section-rail.component.js';
import { sessionQueue } from './session-queue.js';
import { SessionQueueBar } from './session-queue-bar.component.js';

/** Stands in the address after the last section. */
const END = 'end';

/** A form, one section a page. The section is in the address, so that "back" goes back one section. */
@Component({
  selector: 'laurel-evaluation-page',
  imports: [
    Banner,
    Button,
    EvaluationEnd,
    Icon,
    LoadFailed,
    PageHeader,
    QuestionCard,
    RouterLink,
    SectionRail,
    SessionQueueBar,
    Skeleton,
    ThumbBar,
  ],
  templateUrl: './evaluation.page.html',
  styleUrl: './evaluation.page.css',
})
export class EvaluationPage implements OnDestroy {
  readonly #drafts = inject(EvaluationDrafts);
  readonly #carts = inject(CartStore);
  readonly #catalogue = inject(CatalogueStore);
  readonly #route = inject(ActivatedRoute);
  readonly #document = inject(DOCUMENT);
  readonly #injector = inject(Injector);
  readonly #router = inject(Router);
  protected readonly layout = inject(Layout);

  readonly formKey = input.required<string>();
  readonly offeringId = input<string>();
  readonly claimId = input<string>();
  readonly section = input<string>();

  protected readonly t = inject(Wording).t;
  protected readonly draft = computed(() => {
    const subject = {
      formKey: this.formKey(),
      offeringId: this.offeringId() ?? null,
      claimId: this.claimId() ?? null,
    };
    return untracked(() => this.#drafts.open(subject));
  });
  protected readonly form = computed(() => this.draft().form());
  protected readonly visible = computed(() => visibleKeys(this.#allSections(), this.draft().answers()));
  /** A section whose questions are all hidden by conditions is no page. */
  protected readonly sections = computed(() =>
    this.#allSections().filter((section) =>
      section.questions.some((question) => this.visible().has(question.key)),
    ),
  );
  readonly #allSections = computed(() => this.form()?.sections ?? []);
  protected readonly missing = computed(() =>
    this.draft().isGiven() ? [] : missingAnswers(this.#allSections(), this.draft().answers()),
  );
  /** The claim it was submitted with is closed: what was answered is there to be read. */
  protected readonly closed = computed(() => (this.claimId() === undefined ? this.#carts.closed() : null));
  protected readonly isEnd = computed(
    () => (this.section() === END && this.closed() === null) || this.draft().isGiven(),
  );
  /** A form of one page about a session needs no page at its end: the next session is one press away. */
  protected readonly isBrief = computed(() => this.offeringId() !== undefined && this.sections().length <= 1);
  protected readonly isComplete = computed(() => this.form() !== null && this.missing().length === 0);
  protected readonly queue = sessionQueue(
    computed(() => ({
      formKey: this.formKey(),
      offeringId: this.offeringId(),
      isComplete: this.draft().isAnonymous() ? this.draft().isGiven() : this.isComplete(),
    })),
  );
  protected readonly index = computed(() => {
    const at = this.sections().findIndex((section) => section.key === this.section());
    if (this.isEnd()) return this.sections().length;
    return this.section() === END ? this.sections().length - 1 : Math.max(0, at);
  });
  protected readonly current = computed(() => this.sections()[this.index()] ?? null);
  protected readonly shown = computed(
    () => this.current()?.questions.filter((question) => this.visible().has(question.key)) ?? [],
  );
  protected readonly about = computed(() => {
    const offeringId = this.offeringId();
    return offeringId ? (this.#catalogue.byId().get(offeringId)?.title ?? '') : '';
  });
  /** What is said when nothing is missing any more. */
  protected readonly endLead = computed(() => {
    const draft = this.draft();
    if (draft.isGiven())
      return 'Your answers were given anonymously. We know that you answered, and not what.';
    if (draft.isAnonymous())
      return 'Everything is answered. Send your answers when you are content with them.';
    if (this.offeringId()) return 'Your evaluation of this session is complete and saved.';
    if (this.claimId()) return 'Your feedback is complete and saved.';
    return this.#carts.isSubmitted()
      ? 'Your evaluation is complete and saved. What you change now still reaches the society; it sees your latest answers.'
      : 'Your evaluation is complete and saved. Next, look at what you claim and submit it. Until then you can change your answers; the society sees the latest.';
  });
  /** Back to the claim that the form is about, where a claim has a page of its own. */
  protected readonly claimLink = computed(() => {
    const claimId = this.claimId();
    return claimId !== undefined && this.layout.isEarned() ? ['/claims', claimId] : ['/'];
  });
  protected readonly before = computed(() => this.sections()[this.index() - 1]?.key ?? null);
  protected readonly after = computed(() => this.sections()[this.index() + 1]?.key ?? END);
  protected readonly links = computed<SectionLink[]>(() =>
    this.sections().map((section, at) => ({
      key: section.key,
      title: section.title,
      missing: this.missing().filter((missing) => missing.sectionKey === section.key).length,
      isCurrent: at === this.index(),
      share: sectionProgress(section, this.draft().answers(), this.visible()),
    })),
  );
  /** What appeared or went away with the last answer, for those who cannot see it happen. */
  protected readonly announcement = signal('');
  readonly #lastShown = linkedSignal<string | undefined, readonly Question[]>({
    source: () => this.current()?.key,
    computation: () => untracked(this.shown),
  });

  constructor() {
    focusLateHeading(() => this.form() !== null);
    effect(() => {
      const shown = this.shown();
      untracked(() => this.#announce(shown));
    });
    let last: string | undefined;
    effect(() => {
      if (!this.form()) return;
      // Of another session too: its first section is a new page.
      const section = `${this.offeringId() ?? ''} ${this.isEnd() ? END : (this.current()?.key ?? '')}`;
      if (last !== undefined && section !== last) untracked(() => this.#turnPage());
      last = section;
    });
  }

  ngOnDestroy(): void {
    void this.draft().flush();
  }

  /** Sends anonymous answers; then on to the next session, where there is one. */
  protected async give(): Promise<void> {
    const nextId = this.queue()?.nextId;
    if (!(await this.draft().give())) return;
    if (nextId && nextId !== this.offeringId()) {
      await this.#router.navigate([], { queryParams: { offeringId: nextId } });
    }
  }

  protected answerTo(question: Question): Answer | undefined {
    return answerTo(this.draft().answers(), question.key);
  }

  #announce(shown: readonly Question[]): void {
    const last = this.#lastShown();
    const isNew = (question: Question) => !last.some(({ key }) => key === question.key);
    const appeared = shown.filter(isNew);
    const left = last.filter((question) => !shown.some(({ key }) => key === question.key));
    if (appeared.length + left.length === 0) return;
    this.#lastShown.set(shown);
    this.announcement.set(
      [
        ...appeared.map((question) => `A further question: ${question.label}`),
        ...left.map((question) => `No longer asked: ${question.label}`),
      ].join(' '),
    );
  }

  #turnPage(): void {
    this.announcement.set('');
    void this.draft().flush();
    const { fragment } = this.#route.snapshot;
    afterNextRender(
      {
        read: () => {
          const question = fragment ? this.#document.getElementById(fragment) : null;
          const target =
            question?.querySelector<HTMLElement>('input:checked, input, textarea') ??
            this.#document.querySelector<HTMLElement>('main h1');
          target?.focus({ preventScroll: question === null });
        },
      },
      { injector: this.#injector },
    );
  }
}
