import { afterNextRender, Directive, ElementRef, inject } from '@angular/core';

/** Brings what has just appeared into sight and under the focus: on a phone, a message may appear off the screen. */
@Directive({ selector: '[laurelLookHere]', host: { tabindex: '-1', style: 'outline: none' } })
export class LookHere {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender({
      read: () => {
        element.scrollIntoView({ block: 'start' });
        element.focus({ preventScroll: true });
      },
    });
  }
}
