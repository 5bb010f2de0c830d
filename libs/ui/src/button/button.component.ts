import { Component, input } from '@angular/core';

export type ButtonLook = 'primary' | 'tonal' | 'quiet' | 'danger' | 'plain';

/** Dress for a native button or link; one `primary` on a screen. At least 44 px high. */
@Component({
  selector: 'button[laurelButton], a[laurelButton]',
  template: '<ng-content />',
  styleUrl: './button.component.css',
  host: { '[attr.data-look]': 'look()', '[class.is-wide]': 'isWide()', '[class.is-icon]': 'isIcon()' },
})
export class Button {
  readonly look = input<ButtonLook>('tonal');
  /** As wide as its parent: the thumb's target on a phone. */
  readonly isWide = input(false);
  /** Square, for an icon alone; give it an aria-label. */
  readonly isIcon = input(false);
}
