import { Component, computed, input, linkedSignal, output } from '@angular/core';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** February has its 29th: no year is asked for. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const two = (number: number): string => String(number).padStart(2, '0');

/** A day of a month without a year, given as `MM-DD` once both are chosen. */
@Component({
  selector: 'laurel-month-day-field',
  template: `
    <fieldset class="field" [attr.aria-describedby]="describedBy() || null">
      <legend class="label">{{ label() }}</legend>
      <div class="two">
        <select
          #monthSelect
          class="input"
          aria-label="Month"
          [attr.aria-invalid]="isInvalid() || null"
          (change)="choose({ month: +monthSelect.value })"
        >
          <option value="0" [selected]="parts().month === 0">Month</option>
          @for (name of months; track name) {
            <option [value]="$index + 1" [selected]="parts().month === $index + 1">{{ name }}</option>
          }
        </select>
        <select
          #daySelect
          class="input tabular"
          aria-label="Day"
          [attr.aria-invalid]="isInvalid() || null"
          (change)="choose({ day: +daySelect.value })"
        >
          <option value="0" [selected]="parts().day === 0">Day</option>
          @for (number of days(); track number) {
            <option [value]="number" [selected]="parts().day === number">{{ number }}</option>
          }
        </select>
      </div>
    </fieldset>
  `,
  styles: `
    .two {
      display: grid;
      grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
      gap: var(--space-1);
    }
    legend {
      padding: 0;
      margin-block-end: var(--space-half);
      font-size: var(--size-small);
      font-weight: var(--weight-medium);
    }
  `,
})
export class MonthDayField {
  readonly label = input.required<string>();
  readonly value = input('');
  readonly isInvalid = input(false);
  readonly describedBy = input('');
  readonly given = output<string>();

  protected readonly months = MONTHS;
  /** Half an answer lives here until the other half comes. */
  protected readonly parts = linkedSignal<string, { month: number; day: number }>({
    source: this.value,
    computation: (value, previous) => {
      const [month = 0, day = 0] = value.split('-').map(Number);
      return value === '' && previous ? previous.value : { month: month || 0, day: day || 0 };
    },
  });
  protected readonly days = computed(() =>
    Array.from({ length: DAYS[this.parts().month - 1] ?? 31 }, (_, at) => at + 1),
  );

  protected choose(chosen: { month?: number; day?: number }): void {
    const { month, day } = { ...this.parts(), ...chosen };
    const longest = DAYS[month - 1] ?? 31;
    const parts = { month, day: day > longest ? 0 : day };
    this.parts.set(parts);
    this.given.emit(parts.month && parts.day ? `${two(parts.month)}-${two(parts.day)}` : '');
  }
}
