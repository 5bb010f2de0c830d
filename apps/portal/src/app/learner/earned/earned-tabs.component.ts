import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Wording } from '../../core/wording/wording.js';

/** The two pages of earned credit: what is to be claimed, and what was. */
@Component({
  selector: 'laurel-earned-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="t('earnedCredits')">
      <a
        routerLink="/credits"
        routerLinkActive="is-here"
        ariaCurrentWhenActive="page"
        [routerLinkActiveOptions]="{ exact: true }"
        >{{ t('claimEarned') }}</a
      >
      <a
        routerLink="/claims"
        routerLinkActive="is-here"
        ariaCurrentWhenActive="page"
        [routerLinkActiveOptions]="{ exact: true }"
        >{{ t('claimed') }}</a
      >
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: var(--space-1);
      box-shadow: inset 0 -1px 0 var(--line);
    }
    a {
      display: grid;
      place-items: center;
      min-block-size: var(--touch);
      padding-inline: var(--space-2);
      color: var(--ink-soft);
      font-weight: var(--weight-medium);
      text-decoration: none;
    }
    .is-here {
      color: var(--accent-text);
      box-shadow: inset 0 -3px 0 var(--accent);
    }
    a:focus-visible {
      outline-offset: -3px;
    }
    @media print {
      nav {
        display: none;
      }
    }
  `,
})
export class EarnedTabs {
  protected readonly t = inject(Wording).t;
}
