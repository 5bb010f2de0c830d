import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  Banner,
  Button,
  CreditAmount,
  EmptyState,
  formatCredits,
  Icon,
  LaurelMark,
  PageHeader,
} from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { CertificateSkeleton } from '../certificates/certificate-skeleton.component.js';
import { CertificatePanel } from '../certificates/certificate-panel.component.js';
import { focusLateHeading } from '../late-heading.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { ClaimStore } from './claim.store.js';

/** One claim: its certificates as themselves, what they are of, and right after claiming, that it worked. */
@Component({
  selector: 'laurel-claim-page',
  imports: [
    Banner,
    Button,
    CertificatePanel,
    CertificateSkeleton,
    CreditAmount,
    EmptyState,
    Icon,
    LaurelMark,
    LoadFailed,
    PageHeader,
    RouterLink,
  ],
  providers: [ClaimStore],
  templateUrl: './claim.page.html',
  styleUrl: './claim.page.css',
})
export class ClaimPage {
  readonly claimId = input.required<string>();

  protected readonly store = inject(ClaimStore);
  protected readonly t = inject(Wording).t;
  protected readonly time = inject(SessionStore).time;
  protected readonly words = formatCredits;
  protected readonly claim = this.store.claim;
  /** Claimed this moment. */
  protected readonly isNew = inject(Router).currentNavigation()?.extras.state?.['isNew'] === true;
  protected readonly documents = computed(() =>
    (this.claim()?.documents ?? []).filter(
      ({ isAvailable, certificate }) => isAvailable || certificate !== null,
    ),
  );
  protected readonly isReady = computed(() =>
    this.documents().some(({ certificate }) => certificate?.state === 'issued'),
  );

  constructor() {
    effect(() => this.store.open(this.claimId()));
    focusLateHeading(() => this.claim() !== null);
  }
}
