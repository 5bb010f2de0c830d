import { computed, DestroyRef, effect, inject, resource, Service, signal, untracked } from '@angular/core';
import type { CertificateView, DocumentView } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { SessionStore } from '../../core/session/session.store.js';
import { MadeCertificates } from './made-certificates.js';

/** How long to wait before looking again at what is being made; longer each time. */
const FIRST_LOOK_MS = 1200;
const LAST_LOOK_MS = 8000;

/** The documents this learner may have, and every certificate made so far. One per page. */
@Service({ autoProvided: false })
export class CertificatesStore {
  readonly #api = inject(LaurelApi);
  readonly #made = inject(MadeCertificates);
  readonly #session = inject(SessionStore);
  readonly #making = signal<ReadonlySet<string>>(new Set());
  #wait = FIRST_LOOK_MS;

  readonly #documents = resource({
    loader: () => this.#api.documents(this.#session.activityId()),
  });
  readonly #certificates = resource({ loader: () => this.#api.certificates() });

  readonly documents = computed<readonly DocumentView[] | null>(() =>
    this.#documents.hasValue() ? this.#documents.value().documents : null,
  );
  readonly #all = computed<readonly CertificateView[]>(() =>
    this.#certificates.hasValue() ? this.#certificates.value() : [],
  );
  readonly error = computed(() => (this.documents() ? undefined : this.#documents.error()));
  /** Document keys whose certificate was asked for on this page and is not there yet. */
  readonly making = this.#making.asReadonly();
  /** Certificates that belong to no document of the claim in force: superseded, revoked, of other meetings. */
  readonly earlier = computed(() => {
    const current = new Set(this.documents()?.flatMap(({ certificate }) => certificate?.id ?? []));
    return this.#all().filter(({ id, state }) => !current.has(id) && state !== 'failed');
  });
  readonly #isUnsettled = computed(() =>
    (this.documents() ?? []).some(
      ({ certificate }) => certificate?.state === 'issuing' || certificate?.request?.state === 'preparing',
    ),
  );

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      // Every answer that still says "being made" asks for another look.
      if (!this.#isUnsettled() || this.#documents.isLoading()) return;
      this.documents();
      clearTimeout(timer);
      timer = setTimeout(() => this.reload(), this.#wait);
      this.#wait = Math.min(LAST_LOOK_MS, this.#wait * 1.5);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  numberOf(certificateId: string): string | null {
    return this.#all().find(({ id }) => id === certificateId)?.number ?? null;
  }

  reload(): void {
    this.#documents.reload();
    this.#certificates.reload();
  }

  /** Has a document made. @throws ProblemError with the faults of its inputs. */
  async generate(key: string, inputs?: Record<string, string>): Promise<void> {
    this.#making.update((making) => new Set(making).add(key));
    this.#wait = FIRST_LOOK_MS;
    try {
      const certificate = await this.#api.generate(this.#session.activityId(), key, inputs);
      const known = untracked(this.documents) ?? [];
      this.#documents.set({
        documents: known.map((document) => (document.key === key ? { ...document, certificate } : document)),
      });
      this.#certificates.reload();
      this.#made.made();
    } finally {
      this.#making.update((making) => new Set([...making].filter((other) => other !== key)));
    }
  }
}
