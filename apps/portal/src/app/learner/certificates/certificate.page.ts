import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Banner, Button, EmptyState, Icon, PageHeader } from '@laurel/ui';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { ProblemError } from '../../core/api/problem.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CartStore } from '../cart/cart.store.js';
import { focusLateHeading } from '../late-heading.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { CertificateSkeleton } from './certificate-skeleton.component.js';
import { CertificateFile } from './certificate-file.js';
import { CertificatePanel } from './certificate-panel.component.js';
import { issuedOn } from './certificate-words.js';

const LOOK_AGAIN_MS = 2000;
/** The only address that is ever put into the frame. */
const FILE = /^\/api\/certificates\/[\w-]+\/file$/;

/** One certificate: as itself, and on a wide screen the whole PDF beside it. */
@Component({
  selector: 'laurel-certificate-page',
  imports: [
    Banner,
    Button,
    CertificatePanel,
    CertificateSkeleton,
    EmptyState,
    Icon,
    LoadFailed,
    PageHeader,
    RouterLink,
  ],
  templateUrl: './certificate.page.html',
  styleUrl: './certificate.page.css',
})
export class CertificatePage {
  readonly #api = inject(LaurelApi);
  readonly #carts = inject(CartStore);
  readonly #file = inject(CertificateFile);
  readonly #sanitizer = inject(DomSanitizer);

  readonly certificateId = input.required<string>();

  protected readonly t = inject(Wording).t;
  protected readonly time = inject(SessionStore).time;
  protected readonly certificate = resource({
    params: () => this.certificateId(),
    loader: ({ params: id }) => this.#api.certificate(id),
  });
  protected readonly shown = computed(() => (this.certificate.hasValue() ? this.certificate.value() : null));
  protected readonly isUnknown = computed(() => {
    const cause = this.certificate.error();
    return cause instanceof ProblemError && (cause.status === 404 || cause.status === 400);
  });
  protected readonly issuedOn = computed(() =>
    issuedOn(this.shown()?.issuedAt ?? null, this.time().language, this.time().timeZone),
  );
  /** Until when more can be added: only a certificate of the meeting signed in to has a cart here. */
  protected readonly deadline = computed(() => {
    const cart = this.#carts.cart();
    return cart?.submitted && this.#carts.closed() === null ? cart.deadline : null;
  });
  /** Names the certificate that took this one's place. */
  protected readonly successor = resource({
    params: () => this.shown()?.supersededBy ?? undefined,
    loader: ({ params: id }) => this.#api.certificate(id),
  });
  protected readonly preview = computed(() => {
    const url = this.shown()?.fileUrl ?? '';
    return this.#file.canShowInside && FILE.test(url)
      ? this.#sanitizer.bypassSecurityTrustResourceUrl(`${url}#navpanes=0&view=FitH`)
      : null;
  });

  constructor() {
    focusLateHeading(() => this.shown() !== null);
    effect((onCleanup) => {
      if (this.shown()?.state !== 'issuing' || this.certificate.isLoading()) return;
      const timer = setTimeout(() => this.certificate.reload(), LOOK_AGAIN_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
