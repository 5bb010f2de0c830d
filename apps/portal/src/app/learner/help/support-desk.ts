import { inject, Service, signal } from '@angular/core';
import { Router } from '@angular/router';
import { aboutOf, type SupportSubject } from './support-subject.js';

/** Opens the sheet "Request support" over whatever page is there. */
@Service()
export class SupportDesk {
  readonly #router = inject(Router);
  readonly #subject = signal<SupportSubject | null>(null);

  /** Where it was asked for; null while the sheet is closed. */
  readonly subject = this.#subject.asReadonly();

  open(): void {
    this.#subject.set(aboutOf(this.#router.url));
  }

  close(): void {
    this.#subject.set(null);
  }
}
