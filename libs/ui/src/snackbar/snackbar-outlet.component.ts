import {
  afterRenderEffect,
  Component,
  DOCUMENT,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../icon/icon.component.js';
import { liftToClear } from './clear-place.js';
import { Snackbar } from './snackbar.js';

/** What a message never covers: the bars at the thumb, and the page's one action wherever it stands. */
const KEPT_CLEAR = '[data-keep-clear], [data-look="primary"]';

/** Stands once, at the root; announced politely to screen readers. */
@Component({
  selector: 'laurel-snackbar-outlet',
  imports: [Icon],
  template: `
    <div #live class="live" role="status" aria-live="polite">
      @if (snackbar.message(); as message) {
        <div
          #bar
          class="bar"
          [style.inset-block-end.px]="lift()"
          (pointerenter)="snackbar.hold('pointer')"
          (pointerleave)="snackbar.release('pointer')"
          (focusin)="entered($event)"
          (focusout)="snackbar.release('focus')"
        >
          <span class="text">{{ message.text }}</span>
          @if (message.action; as action) {
            <button type="button" (click)="leave(); snackbar.act()">{{ action.label }}</button>
          }
          <button type="button" class="close" aria-label="Dismiss" (click)="leave(); snackbar.dismiss()">
            <laurel-icon name="close" />
          </button>
        </div>
      }
    </div>
  `,
  styleUrl: './snackbar-outlet.component.css',
  host: { '(document:keydown.escape)': 'escaped($event)' },
})
export class SnackbarOutlet {
  protected readonly snackbar = inject(Snackbar);
  readonly #document = inject(DOCUMENT);
  private readonly live = viewChild.required<ElementRef<HTMLElement>>('live');
  private readonly bar = viewChild<ElementRef<HTMLElement>>('bar');
  protected readonly lift = signal(0);
  #cameFrom: HTMLElement | null = null;

  constructor() {
    afterRenderEffect({
      read: (onCleanup) => {
        const bar = this.bar()?.nativeElement;
        // Placed anew with each message, for a longer one is higher.
        if (this.snackbar.message() === null || bar === undefined) return;
        const place = () => {
          this.#place(bar);
        };
        place();
        addEventListener('scroll', place, { passive: true });
        addEventListener('resize', place);
        onCleanup(() => {
          removeEventListener('scroll', place);
          removeEventListener('resize', place);
        });
      },
    });
  }

  #place(bar: HTMLElement): void {
    // The region stays where it is; the bar in it is lifted.
    const { top, bottom } = this.live().nativeElement.getBoundingClientRect();
    const { left, right } = bar.getBoundingClientRect();
    const others = [...this.#document.querySelectorAll(KEPT_CLEAR)].map((other) =>
      other.getBoundingClientRect(),
    );
    const { clientHeight } = this.#document.documentElement;
    this.lift.set(liftToClear({ top, bottom, left, right }, others, clientHeight));
  }

  protected entered({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof HTMLElement && !this.live().nativeElement.contains(relatedTarget)) {
      this.#cameFrom = relatedTarget;
    }
    this.snackbar.hold('focus');
  }

  /** Gives the focus back before the message goes. */
  protected leave(): void {
    if (this.live().nativeElement.contains(this.#document.activeElement)) this.#cameFrom?.focus();
    this.#cameFrom = null;
  }

  /** Escape closes what lies on top first: a sheet or a menu, then the message. */
  protected escaped(event: Event): void {
    if (event.defaultPrevented || this.bar() === undefined) return;
    if (this.#document.querySelector('dialog[open], :popover-open') !== null) return;
    this.leave();
    this.snackbar.dismiss();
  }
}
