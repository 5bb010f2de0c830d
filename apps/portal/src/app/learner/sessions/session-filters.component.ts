import { Component, inject } from '@angular/core';
import { Button } from '@laurel/ui';
import { SessionsView } from './sessions-view.js';

let nextId = 0;

/** The filters, for the rail on a wide screen and the sheet on a phone. */
@Component({
  selector: 'laurel-session-filters',
  imports: [Button],
  templateUrl: './session-filters.component.html',
  styleUrl: './session-filters.component.css',
})
export class SessionFilters {
  protected readonly view = inject(SessionsView);
  /** Rail and sheet may both be in the document: their fields need ids of their own. */
  protected readonly id = `filters-${(nextId += 1)}`;
}
