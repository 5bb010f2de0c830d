import { Component, effect, inject, resource } from '@angular/core';
import { type Params, Router, RouterLink } from '@angular/router';
import { Button, EmptyState, Icon, PageHeader, Skeleton } from '@laurel/ui';
import type { EvaluationSummary } from '../../core/api/contract.js';
import { LaurelApi } from '../../core/api/laurel-api.js';
import { SessionStore } from '../../core/session/session.store.js';
import { CartStore } from '../cart/cart.store.js';
import { CatalogueStore } from '../catalogue/catalogue.store.js';
import { LoadFailed } from '../load-failed/load-failed.component.js';
import { EvaluationDrafts } from './evaluation-drafts.js';

/** All evaluations of the meeting; where there is only one, straight to it. */
@Component({
  selector: 'laurel-evaluations-page',
  imports: [Button, EmptyState, Icon, LoadFailed, PageHeader, RouterLink, Skeleton],
  templateUrl: './evaluations.page.html',
  styleUrl: './evaluations.page.css',
})
export class EvaluationsPage {
  readonly #router = inject(Router);
  readonly #api = inject(LaurelApi);
  readonly #session = inject(SessionStore);
  readonly #drafts = inject(EvaluationDrafts);
  readonly #catalogue = inject(CatalogueStore);
  protected readonly closed = inject(CartStore).closed;

  protected readonly evaluations = resource({
    loader: async () => {
      await this.#drafts.settled();
      return this.#api.evaluations(this.#session.activityId());
    },
  });

  constructor() {
    effect(() => {
      if (!this.evaluations.hasValue()) return;
      const [only, ...others] = this.evaluations.value();
      if (!only || others.length > 0) return;
      void this.#router.navigate(['/evaluation', only.formKey], {
        queryParams: this.aboutOf(only),
        replaceUrl: true,
      });
    });
  }

  protected aboutOf({ offeringId, claimId }: EvaluationSummary): Params {
    return { ...(offeringId ? { offeringId } : {}), ...(claimId ? { claimId } : {}) };
  }

  protected about({ offeringId }: EvaluationSummary): string {
    return offeringId ? (this.#catalogue.byId().get(offeringId)?.title ?? '') : '';
  }

  protected stateOf(evaluation: EvaluationSummary): string {
    const { isComplete, isAnonymous, isBegun, answeredCount, requiredCount } = evaluation;
    if (isComplete) return isAnonymous ? 'Given anonymously' : 'Complete';
    if (this.closed()) return isBegun ? 'Given in part' : 'Not given';
    if (isAnonymous) return 'Anonymous, kept on this device until you send it';
    if (!isBegun) return 'Not started yet';
    return `${String(answeredCount)} of ${String(requiredCount)} required answers given`;
  }
}
