import { afterRenderEffect, Component, ElementRef, inject, input, model } from '@angular/core';

export interface Tab {
  key: string;
  label: string;
  /** A second, quieter line: the date under the weekday. */
  detail?: string;
}

/** Tabs in a row that scrolls sideways; arrow keys, Home and End move between them (WAI-ARIA tabs pattern). */
@Component({
  selector: 'laurel-tab-strip',
  template: `
    @for (tab of tabs(); track tab.key) {
      <button
        type="button"
        role="tab"
        [id]="panel() + '-tab-' + tab.key"
        [attr.aria-selected]="tab.key === selected()"
        [attr.aria-controls]="panel()"
        [tabindex]="tab.key === selected() ? 0 : -1"
        (click)="selected.set(tab.key)"
        (keydown)="move($event, $index)"
      >
        <span class="label">{{ tab.label }}</span>&ngsp;
        @if (tab.detail) {
          <span class="detail tabular">{{ tab.detail }}</span>
        }
      </button>
    }
  `,
  styleUrl: './tab-strip.component.css',
  host: { role: 'tablist' },
})
export class TabStrip {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly tabs = input.required<readonly Tab[]>();
  readonly selected = model.required<string>();
  /** The id of the panel that the tabs change. */
  readonly panel = input.required<string>();

  constructor() {
    // Only sideways inside the strip: `scrollIntoView` would move the page as well.
    afterRenderEffect(() => {
      this.selected();
      const strip = this.#host.nativeElement;
      const tab = strip.querySelector<HTMLElement>('[aria-selected=true]');
      if (tab)
        strip.scrollLeft = tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
    });
  }

  protected move(event: KeyboardEvent, from: number): void {
    const last = this.tabs().length - 1;
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const at = (to + last + 1) % (last + 1);
    const tab = this.tabs()[at];
    if (!tab) return;
    this.selected.set(tab.key);
    const button = this.#host.nativeElement.querySelectorAll<HTMLElement>('[role=tab]')[at];
    button?.focus({ preventScroll: true });
  }
}
