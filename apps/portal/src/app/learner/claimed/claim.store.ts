import { computed, DestroyRef, effect, inject, resource, Service, signal } from '@angular/core';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { ProblemError, sentenceFor } from '../../core/api/problem.js';
import { SessionStore } from '../../core/session/session.store.js';

/** How long to wait before looking again at what is being made; longer each time. */
const FIRST_LOOK_MS = 900;
const LAST_LOOK_MS = 8000;

/** One claim with its documents, looked at again until they are made. One per page. */
@Service({ autoProvided: false })
export class ClaimStore {
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #claimId = signal<string | undefined>(undefined);
  readonly #problem = signal('');
  readonly #making = signal<string | null>(null);
  #wait = FIRST_LOOK_MS;

  readonly #resource = resource({
    params: () => this.#claimId(),
    loader: ({ params: claimId }) => this.#api.claim(this.#session.activityId(), claimId),
  });
  /** Forms about this claim, such as optional feedback; the page stands without them. */
  readonly #evaluations = resource({
    params: () => this.#claimId(),
    loader: () => this.#api.evaluations(this.#session.activityId()),
  });
  readonly claim = computed(() => (this.#resource.hasValue() ? this.#resource.value() : null));
  readonly failure = computed(() => (this.claim() ? undefined : this.#resource.error()));
  readonly isUnknown = computed(() => {
    const cause = this.failure();
    return cause instanceof ProblemError && cause.status === 404;
  });
  readonly evaluations = computed(() =>
    (this.#evaluations.hasValue() ? this.#evaluations.value() : []).filter(
      ({ claimId }) => claimId === this.#claimId(),
    ),
  );
  /** Why a document could not be made, after the last try. */
  readonly problem = this.#problem.asReadonly();
  /** Key of the document that is being tried again. */
  readonly making = this.#making.asReadonly();
  readonly #isUnsettled = computed(() =>
    (this.claim()?.documents ?? []).some(({ certificate }) => certificate?.state === 'issuing'),
  );

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      if (!this.#isUnsettled() || this.#resource.isLoading()) return;
      this.claim();
      clearTimeout(timer);
      timer = setTimeout(() => this.reload(), this.#wait);
      this.#wait = Math.min(LAST_LOOK_MS, this.#wait * 1.4);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  open(claimId: string): void {
    this.#claimId.set(claimId);
  }

  reload(): void {
    this.#resource.reload();
  }

  /** Has a document made, or tried again. */
  async generate(key: string): Promise<void> {
    const claimId = this.#claimId();
    if (claimId === undefined || this.#making() !== null) return;
    this.#problem.set('');
    this.#making.set(key);
    this.#wait = FIRST_LOOK_MS;
    try {
      await this.#api.generateOf(this.#session.activityId(), claimId, key);
    } catch (cause) {
      this.#problem.set(sentenceFor(cause));
    } finally {
      this.#making.set(null);
      this.reload();
    }
  }
}
