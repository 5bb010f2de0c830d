import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@laurel/ui';

export interface SectionLink {
  key: string;
  title: string;
  /** Required answers still missing in it. */
  missing: number;
  isCurrent: boolean;
  /** How far it is answered, from 0 to 1; an optional section is answered by any answer. */
  share: number;
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
      @for (section of sections(); track section.key) {
        <span [class.is-here]="section.isCurrent && !isEnd()">
          <span [style.inline-size.%]="section.share * 100"></span>
        </span>
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
              <span class="mark" [class.is-done]="isDone(section)">
                @if (isDone(section)) {
                  <laurel-icon name="check" />
                }
              </span>
              <span>{{ section.title }}</span>
              <span class="visually-hidden">{{
                isDone(section)
                  ? 'answered'
                  : section.missing === 0
                    ? 'optional'
                    : section.missing + ' answers missing'
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

  protected readonly position = computed(() => this.sections().findIndex((section) => section.isCurrent) + 1);
  protected readonly where = computed(() =>
    this.isEnd() ? 'The end' : `Section ${String(this.position())} of ${String(this.sections().length)}`,
  );
  protected readonly left = computed(() => {
    const missing = this.sections().reduce((sum, section) => sum + section.missing, 0);
    if (missing === 0) return 'Nothing required is missing';
    return missing === 1 ? '1 required answer left' : `${String(missing)} required answers left`;
  });

  protected isDone({ missing, share }: SectionLink): boolean {
    return missing === 0 && share === 1;
  }
}
