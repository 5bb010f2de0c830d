import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QueuePlace } from './place-in-queue.js';

/** "Session 3 of 15", how many are done, and the way to the list of all. */
@Component({
  selector: 'laurel-session-queue-bar',
  imports: [RouterLink],
  template: `
    <p>
      <strong class="tabular">Session {{ place().position }} of {{ place().total }}</strong>
      <span class="soft tabular">{{ done() }}</span>
      <a routerLink="/evaluation">All of them</a>
    </p>
    <progress [value]="place().doneCount" [max]="place().total" aria-label="Sessions evaluated"></progress>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
    }
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--space-2);
      max-inline-size: none;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: var(--touch);
      margin-inline-start: auto;
    }
    progress {
      appearance: none;
      inline-size: 100%;
      block-size: 0.375rem;
      border: 0;
      border-radius: 1rem;
      overflow: hidden;
      background: var(--surface-sunken);
    }
    progress::-webkit-progress-bar {
      background: var(--surface-sunken);
    }
    progress::-webkit-progress-value {
      background: var(--accent);
    }
    progress::-moz-progress-bar {
      background: var(--accent);
    }
  `,
})
export class SessionQueueBar {
  readonly place = input.required<QueuePlace>();
  protected readonly done = computed(() => {
    const { doneCount, total } = this.place();
    return doneCount === total ? 'All done' : `${String(doneCount)} done`;
  });
}
