import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { applyEach, form, FormField, FormRoot, required, validate } from '@angular/forms/signals';
import { Button, Icon } from '@laurel/ui';
import type { DocumentView } from '../../core/api/contract.js';

/** What was given, by input key. */
export type InputForm = Record<string, string>;

interface Row {
  key: string;
  value: string;
}

/** What a document asks for before it can be made, such as the ASRT Unique Identifier. */
@Component({
  selector: 'laurel-document-inputs',
  imports: [Button, FormField, FormRoot, Icon],
  template: `
    <form [formRoot]="fields" class="stack" novalidate>
      @for (row of fields; track $index) {
        @if (inputs()[$index]; as asked) {
          @let id = documentKey() + '-' + asked.key;
          @let fault = faultOf(asked, row());
          <div class="field">
            <label [for]="id">{{ asked.label }}</label>
            <input
              class="input tabular"
              autocomplete="off"
              spellcheck="false"
              [id]="id"
              [formField]="row.value"
              [attr.aria-invalid]="fault ? true : null"
              [attr.aria-describedby]="fault ? id + '-fault' : asked.help ? id + '-help' : null"
            />
            @if (fault) {
              <p class="fault" role="alert" [id]="id + '-fault'">{{ fault }}</p>
            } @else if (asked.help) {
              <p class="help" [id]="id + '-help'">{{ asked.help }}</p>
            }
          </div>
        }
      }
      <button laurelButton look="primary" type="submit">
        <laurel-icon name="award" />Generate<span class="visually-hidden"> {{ title() }}</span>
      </button>
    </form>
  `,
  styles: `
    @media (min-width: 60rem) {
      form {
        max-inline-size: 24rem;
      }
    }
  `,
})
export class DocumentInputs {
  readonly inputs = input.required<DocumentView['inputs']>();
  /** The server's sentences, by input key. */
  readonly faults = input<ReadonlyMap<string, string>>(new Map());
  readonly documentKey = input.required<string>();
  readonly title = input.required<string>();
  readonly given = output<InputForm>();

  readonly #wasSubmitted = signal(false);
  readonly #model = linkedSignal<DocumentView['inputs'], Row[]>({
    source: this.inputs,
    computation: (inputs, previous) =>
      inputs.map(({ key, value }) => ({
        key,
        value: previous?.value.find((row) => row.key === key)?.value ?? value ?? '',
      })),
  });
  readonly #patterns = computed(
    () =>
      new Map(
        this.inputs().flatMap(({ key, pattern }): [string, RegExp][] =>
          // The whole value, as the API reads it.
          pattern ? [[key, new RegExp(`^(?:${pattern})$`, 'u')]] : [],
        ),
      ),
  );
  protected readonly fields = form(
    this.#model,
    (rows) => {
      applyEach(rows, (row) => {
        required(row.value);
        validate(row.value, ({ value, valueOf }) => {
          const pattern = this.#patterns().get(valueOf(row.key));
          const text = value().trim();
          return text !== '' && pattern && !pattern.test(text) ? { kind: 'pattern' } : undefined;
        });
      });
    },
    {
      submission: {
        action: async () => this.#give(),
        onInvalid: () => this.#wasSubmitted.set(true),
      },
    },
  );

  protected faultOf(
    { key, label, help }: DocumentView['inputs'][number],
    row: { value: () => Row; invalid: () => boolean },
  ): string {
    const isShown = this.#wasSubmitted() && row.invalid();
    if (!isShown) return this.faults().get(key) ?? '';
    if (row.value().value.trim() === '') return `Please give your ${label}.`;
    return `${label}: this does not look right. ${help ?? ''}`.trim();
  }

  #give(): void {
    this.given.emit(Object.fromEntries(this.#model().map(({ key, value }) => [key, value.trim()])));
  }
}
