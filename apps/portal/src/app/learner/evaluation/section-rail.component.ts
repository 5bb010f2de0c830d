import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@laurel/ui';

export interface SectionLink {
  key: string;
  title: string;
  /** Required answers still missing in it. */
  missing: number;
  isCurrent: boolean;
}

/** "Section 2 of 5": one line on a phone, the whole list of sections beside the form on a wide screen. */
@Component({
  selector: 'laurel-section-rail',
  imports: [Icon, RouterLink],
  template: `
    <p class="where">
      <span>{{ where() }}</span>
      <span class="soft tabular">{{ left() }}</span>
    </p>
    <div class="line" aria-hidden="true">
      @for (section of sections(); track section.key; let at = $index) {
        <span [class.is-past]="at < position()"></span>
      }
    </div>
    <nav aria-label="Sections of the evaluation">
      <ol>
        @for (section of sections(); track section.key) {
          <li>
            <a
              [routerLink]="[]"
              [queryParams]="{ section: section.key, offeringId: offeringId(), claimId: claimId() }"
              [attr.aria-current]="section.isCurrent ? 'step' : null"
            >
              <span class="mark" [class.is-done]="section.missing === 0">
                @if (section.missing === 0) {
                  <laurel-icon name="check" />
                }
              </span>
              <span>{{ section.title }}</span>
              <span class="visually-hidden">{{
                section.missing === 0 ? 'nothing missing' : section.missing + ' answers missing'
              }}</span>
            </a>
          </li>
        }
      </ol>
    </nav>
  `,
  styleUrl: './section-rail.component.css',
})
export class SectionRail {
  readonly sections = input.required<readonly SectionLink[]>();
  readonly isEnd = input(false);
  readonly offeringId = input<string>();
  readonly claimId = input<string>();

  /** How many sections have been reached. */
  protected readonly position = computed(() =>
    this.isEnd() ? this.sections().length : this.sections().findIndex((section) => section.isCurrent) + 1,
  );
  protected readonly where = computed(() =>
    this.isEnd() ? 'The end' : `Section ${String(this.position())} of ${String(this.sections().length)}`,
  );
  protected readonly left = computed(() => {
    const missing = this.sections().reduce((sum, section) => sum + section.missing, 0);
    if (missing === 0) return 'Nothing required is missing';
    return missing === 1 ? '1 required answer left' : `${String(missing)} required answers left`;
  });
}
