import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Banner, Button, CreditAmount, Icon, LaurelMark } from '@laurel/ui';
import type { Cart, Sentence, SubmittedClaim as Claim } from '../../core/api/contract.js';
import { SessionStore } from '../../core/session/session.store.js';
import { Wording } from '../../core/wording/wording.js';
import { ClaimReports } from './claim-reports.component.js';
import { WhyButton } from '../why/why-button.component.js';

/** The end that feels like one: what was claimed, and the way to the certificate. */
@Component({
  selector: 'laurel-submitted-claim',
  imports: [Banner, Button, ClaimReports, CreditAmount, Icon, LaurelMark, RouterLink, WhyButton],
  template: `
    <div class="panel" [class.is-new]="isNew()">
      <laurel-mark class="leaves" />
      <laurel-mark class="mark" />
      <h1 tabindex="-1">{{ isNew() ? 'Done. Your claim is in.' : 'Your claim has been submitted' }}</h1>
      <p class="what">{{ sessionCount() }} · submitted {{ when() }}</p>
      <ul>
        @for (credit of claim().credits; track credit.creditType; let first = $first) {
          <li>
            <laurel-credit-amount
              [size]="first ? 'hero' : 'title'"
              [amount]="credit.claimed"
              [unit]="credit.unit"
            />
            <laurel-why-button
              [about]="{ kind: 'total', creditType: credit.creditType, title: credit.name }"
            />
          </li>
        }
      </ul>
    </div>
    @if (claim().heldText; as text) {
      <laurel-banner tone="warn" icon="clock">{{ text }}</laurel-banner>
    }
    <laurel-claim-reports />
    <a laurelButton look="primary" [isWide]="true" routerLink="/certificates">
      <laurel-icon name="award" />Get your {{ t('certificate').toLowerCase() }}
    </a>
    @if (closed(); as sentence) {
      <p class="soft small later">
        {{ sentence.text }}
        @if (sentence.remedy) {
          {{ sentence.remedy }}
        }
      </p>
    } @else if (deadline(); as deadline) {
      <p class="soft small later">
        You can still add {{ t('sessions').toLowerCase() }} until {{ time().moment(deadline.at) }}. A new
        certificate then takes the place of the old one.
        <a routerLink="/sessions">Add more {{ t('sessions').toLowerCase() }}</a>
      </p>
    }
  `,
  styleUrl: './submitted-claim.component.css',
})
export class SubmittedClaimPanel {
  readonly claim = input.required<Claim>();
  readonly deadline = input<Cart['deadline']>(null);
  /** Why nothing can be added any more; null while it can. */
  readonly closed = input<Sentence | null>(null);
  /** Submitted this moment. */
  readonly isNew = input(false);
  protected readonly t = inject(Wording).t;
  protected readonly time = inject(SessionStore).time;
  protected readonly when = computed(() => this.time().moment(this.claim().submittedAt));
  protected readonly sessionCount = computed(() => {
    const count = this.claim().lineCount;
    return count === 1 ? `1 ${this.t('session')}` : `${String(count)} ${this.t('sessions').toLowerCase()}`;
  });
}
