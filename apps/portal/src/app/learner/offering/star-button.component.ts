import { Component, computed, inject, input } from '@angular/core';
import { Button, Icon } from '@laurel/ui';
import { Layout } from '../../core/layout/layout.js';
import { Wording } from '../../core/wording/wording.js';
import { ItineraryStore } from '../itinerary/itinerary.store.js';

/** Puts a session into the itinerary, or takes it off again. */
@Component({
  selector: 'laurel-star-button',
  imports: [Button, Icon],
  template: `
    @if (layout.hasItinerary()) {
      <button
        laurelButton
        look="plain"
        [isIcon]="true"
        type="button"
        [attr.aria-pressed]="isStarred()"
        [attr.aria-label]="t('itinerary') + ': ' + offering().title"
        [title]="isStarred() ? 'In ' + t('itinerary') : 'Add to ' + t('itinerary')"
        (click)="itinerary.toggle(offering().id)"
      >
        <laurel-icon name="star" [isFilled]="isStarred()" />
      </button>
    }
  `,
  styles: `
    :host {
      --icon-size: 1.4rem;
      display: inline-block;
    }
  `,
})
export class StarButton {
  readonly offering = input.required<{ id: string; title: string }>();
  protected readonly layout = inject(Layout);
  protected readonly t = inject(Wording).t;
  protected readonly itinerary = inject(ItineraryStore);
  protected readonly isStarred = computed(() => this.itinerary.has(this.offering().id));
}
