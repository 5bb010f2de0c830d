import { Component, computed, input, signal } from '@angular/core';
import { Button, Icon } from '@laurel/ui';
import type { WhyAbout } from './why-about.js';
import { WhySheet } from './why-sheet.component.js';

/** A quiet "Why?": opens the decision trail of one offering, adjustment or requirement, whose code comes with it. */
@Component({
  selector: 'laurel-why-button',
  imports: [Button, Icon, WhySheet],
  template: `
    <button laurelButton look="plain" class="why" type="button" aria-haspopup="dialog" (click)="open()">
      <laurel-icon name="help" />Why?<span class="visually-hidden"> {{ name() }}</span>
    </button>
    @defer (when wasOpened()) {
      <laurel-why-sheet [about]="about()" [(isOpen)]="isOpen" />
    } @error {
      <span class="small" role="alert">This could not be loaded. Please load the page again.</span>
    }
  `,
  styles: `
    :host {
      --icon-size: 1.05rem;
      display: inline-block;
    }
    /* As quiet as the words beside it; a finger's 44 px reach into the lines above and below. */
    .why[type] {
      margin-block: -0.625rem;
      margin-inline-start: -0.5rem;
      color: var(--why-colour, var(--ink-soft));
    }
    /* What comes first sets the line on which the whole stands: words, not the icon. */
    .why::before {
      content: '\\200b';
      margin-inline-end: -0.5em;
    }
  `,
})
export class WhyButton {
  readonly about = input.required<WhyAbout>();
  protected readonly isOpen = signal(false);
  protected readonly wasOpened = signal(false);
  /** Tells one "Why?" from the next for who hears them. */
  protected readonly name = computed(() => {
    const about = this.about();
    return about.kind === 'adjustment' ? about.text : about.title;
  });

  protected open(): void {
    this.wasOpened.set(true);
    this.isOpen.set(true);
  }
}
