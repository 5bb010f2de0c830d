import { Service, signal } from '@angular/core';

/**
 * Credits selected on the screen while the draft on the server does not say the same; null while it does. Small, since
 * the frame of every page shows it, and the list of earned credit comes only with its own page.
 */
@Service()
export class SelectedCredits {
  readonly amount = signal<number | null>(null);
}
