import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Button, Card, Icon } from '@laurel/ui';
import type { RequirementView } from '../../../core/api/contract.js';
import { WhyButton } from '../../why/why-button.component.js';
import { type FormField, type RequirementForm, shownFields } from './form-values.js';
import { MonthDayField } from './month-day-field.component.js';
import { RequirementForms } from './requirement-forms.js';

const STATES: Record<RequirementView['state'], string> = {
  met: 'Done',
  unmet: 'Something to correct',
  optional: 'Optional',
};

let nextId = 0;

/** A requirement that is met by filling in a form: a card that opens it, saved as it is filled in. */
@Component({
  selector: 'laurel-requirement-form',
  imports: [Button, Card, Icon, MonthDayField, WhyButton],
  templateUrl: './requirement-form.component.html',
  styleUrl: './requirement-form.component.css',
})
export class RequirementFormCard {
  readonly #forms = inject(RequirementForms);
  readonly #left = signal<ReadonlySet<string>>(new Set());
  protected readonly id = `laurel-form-${String((nextId += 1))}`;

  readonly requirement = input.required<RequirementView>();
  readonly form = input.required<RequirementForm>();
  /** Says what is wrong with fields that nobody has been to as well: somebody wants to submit. */
  readonly isChecked = input(false);

  protected readonly values = computed(() => this.#forms.valuesOf(this.form(), this.requirement().inputs));
  protected readonly fields = computed(() => shownFields(this.form(), this.values()));
  protected readonly state = computed(() => STATES[this.requirement().state]);
  protected readonly isOpen = linkedSignal({
    source: () => this.isChecked() && this.requirement().state === 'unmet',
    computation: (mustOpen, previous) => mustOpen || (previous?.value ?? false),
  });

  /** What to look at while the form keeps the claim from being submitted, by the names of its fields. */
  protected readonly asked = computed(() =>
    this.requirement().state === 'unmet'
      ? this.fields()
          .filter((field) => this.isAsked(field))
          .map(({ label }) => label)
          .join(', ')
      : '',
  );

  protected faultOf({ key }: FormField): string {
    const isDue = this.isChecked() || this.#left().has(key);
    const fault = isDue ? this.requirement().faults.find(({ field }) => field === key) : undefined;
    return fault ? [fault.text, fault.remedy ?? ''].join(' ').trim() : '';
  }

  /** Whether the field has something to correct, be it that it is empty: what else was given may ask for it. */
  protected isAsked({ key }: FormField): boolean {
    return this.requirement().faults.some(({ field }) => field === key);
  }

  protected textOf({ key }: FormField): string {
    const value = this.values()[key];
    return typeof value === 'string' ? value : '';
  }

  protected isTicked({ key }: FormField): boolean {
    return this.values()[key] === true;
  }

  protected give({ key }: FormField, value: string | boolean): void {
    this.#forms.answer(this.form(), this.requirement().inputs, key, value);
  }

  /** What is wrong with a field is said when somebody has been there, and not while they type. */
  protected leave({ key }: FormField): void {
    this.#left.update((left) => new Set(left).add(key));
    void this.#forms.settled();
  }
}
