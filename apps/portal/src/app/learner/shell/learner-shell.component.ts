import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  resource,
  untracked,
  viewChild,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Banner, formatCredits, Icon, LaurelMark, SaveState, Sheet, StepBar } from '@laurel/ui';
import { filter, map } from 'rxjs';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { Connection } from '../../core/connection/connection.js';
import { Saving } from '../../core/saving/saving.js';
import { UnsentAnswersIndex } from '../../core/answers/unsent-answers-index.js';
import { SessionStore } from '../../core/session/session.store.js';
import { SignInGate } from '../../core/api/sign-in-gate.js';
import { Layout } from '../../core/layout/layout.js';
import { TenantStore } from '../../core/tenant/tenant.store.js';
import { Wording } from '../../core/wording/wording.js';
import { SignInDoor } from '../../sign-in/sign-in-door.component.js';
import { CartStore } from '../cart/cart.store.js';
import { MadeCertificates } from '../certificates/made-certificates.js';
import { earnedProgress } from '../earned/earned-progress.js';
import { SelectedCredits } from '../earned/selected-credits.js';
import { LeaveSheet } from '../leaving/leave-sheet.component.js';
import { progress } from '../progress.js';
import { SupportDesk } from '../help/support-desk.js';
import { SupportSheet } from '../help/support-sheet.component.js';
import { AccountMenu } from './account-menu.component.js';

/** The frame of every learner's page: society, ways, progress with credits so far, save state, sign-in over the page. */
@Component({
  selector: 'laurel-learner-shell',
  imports: [
    AccountMenu,
    Banner,
    Icon,
    LaurelMark,
    LeaveSheet,
    NgTemplateOutlet,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SaveState,
    Sheet,
    SignInDoor,
    StepBar,
    SupportSheet,
  ],
  templateUrl: './learner-shell.component.html',
  styleUrl: './learner-shell.component.css',
})
export class LearnerShell {
  readonly #made = inject(MadeCertificates);
  readonly #api = inject(LaurelApi);
  readonly #router = inject(Router);
  readonly #cart = inject(CartStore);
  readonly #injector = inject(Injector);
  readonly #saving = inject(Saving);
  readonly #session = inject(SessionStore);
  readonly #unsent = inject(UnsentAnswersIndex);
  readonly #tenants = inject(TenantStore);
  readonly #selected = inject(SelectedCredits);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly desk = inject(SupportDesk);
  protected readonly t = inject(Wording).t;
  protected readonly layout = inject(Layout);
  protected readonly connection = inject(Connection);
  protected readonly gate = inject(SignInGate);
  protected readonly tenant = this.#tenants.tenant;
  protected readonly logo = this.#tenants.logo;
  protected readonly activity = this.#session.activity;
  protected readonly learner = this.#session.learner;
  /** On paper it matters of when it was. */
  protected readonly today = computed(() => this.#session.time().date(new Date().toISOString()));
  protected readonly badge = computed(() => this.#session.session()?.registration.badge ?? '');
  protected readonly signedInBy = computed(() => this.#session.session()?.signedInBy);
  protected readonly lineCount = computed(() => this.#cart.lines().length);
  protected readonly credits = computed(() =>
    formatCredits(this.#selected.amount() ?? this.#cart.creditsClaimed()),
  );
  protected readonly unit = this.#cart.unitSoFar;
  protected readonly isProvisional = this.#cart.isProvisional;
  protected readonly isSubmitted = this.#cart.isSubmitted;
  protected readonly saveStatus = this.#saving.status;
  protected readonly url = toSignal(
    this.#router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.#router.url },
  );
  /** What is to be claimed and what was are one way. */
  protected readonly isInCredits = computed(() => /^\/(credits|claims)/.test(this.url()));
  /** Beside what was just claimed, "0.00 selected" would say the contrary. */
  protected readonly hasCredits = computed(
    () => !this.url().startsWith('/claims') || (this.#selected.amount() ?? 0) > 0,
  );
  protected readonly steps = computed(() =>
    this.layout.isEarned() ? this.#stepsOfEarned() : this.#stepsOfSessions(),
  );
  /** Looked at again on the pages on which certificates are made. */
  readonly #documents = resource({
    params: () => {
      const page = this.url().startsWith('/certificates') ? this.url() : '';
      const activityId = this.activity()?.id;
      const made = this.#made.count();
      return activityId && !this.layout.isEarned() && this.isSubmitted()
        ? { activityId, page, made }
        : undefined;
    },
    loader: ({ params: { activityId } }) => this.#api.documents(activityId),
  });
  readonly #hasCertificate = computed(
    () =>
      this.#documents.hasValue() &&
      this.#documents.value().documents.some(({ certificate }) => certificate?.state === 'issued'),
  );
  readonly #stepsOfEarned = computed(() =>
    earnedProgress(this.#cart.cart(), this.url(), {
      select: this.t('claimEarned'),
      preview: this.t('preview'),
      certificate: this.t('certificate'),
    }),
  );
  readonly #stepsOfSessions = computed(() =>
    progress(
      this.#cart.cart(),
      this.lineCount(),
      this.url(),
      {
        sessions: this.t('sessions'),
        evaluation: this.t('evaluation'),
        review: this.t('review'),
        certificate: this.t('certificate'),
      },
      this.layout.home(),
      this.#hasCertificate(),
    ),
  );

  constructor() {
    effect(() => {
      if (this.connection.isOnline() && !this.gate.isClosed()) untracked(() => void this.#resendAnswers());
    });
    effect((onCleanup) => {
      if (!this.#saving.hasUnsaved()) return;
      const warn = (event: BeforeUnloadEvent) => {
        // On the way to a sign-in nothing is lost: answers are on this device, and sent on return.
        if (!this.gate.isLeaving()) event.preventDefault();
      };
      addEventListener('beforeunload', warn);
      onCleanup(() => removeEventListener('beforeunload', warn));
    });
  }

  /** Answers left on this device by an earlier visit go out now; the evaluation's code comes only if there are some. */
  async #resendAnswers(): Promise<void> {
    if (this.#unsent.all().length === 0) return;
    const { EvaluationDrafts } = await import('../evaluation/evaluation-drafts.js');
    this.#injector.get(EvaluationDrafts).resend();
  }

  protected skip(): void {
    this.main().nativeElement.focus();
  }
}
