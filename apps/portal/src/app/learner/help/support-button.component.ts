import { Component, inject, input } from '@angular/core';
import { Button, Icon } from '@laurel/ui';
import { SessionStore } from '../../core/session/session.store.js';
import { SupportDesk } from './support-desk.js';

/** "Request support", for whoever is signed in: the society then knows who asks, and about what. */
@Component({
  selector: 'laurel-support-button',
  imports: [Button, Icon],
  template: `
    @if (isSignedIn()) {
      <button laurelButton [look]="look()" type="button" (click)="desk.open()">
        <laurel-icon name="mail" />Request support
      </button>
    }
  `,
})
export class SupportButton {
  readonly look = input<'plain' | 'tonal' | 'quiet' | 'primary'>('plain');
  protected readonly desk = inject(SupportDesk);
  protected readonly isSignedIn = inject(SessionStore).isSignedIn;
}
