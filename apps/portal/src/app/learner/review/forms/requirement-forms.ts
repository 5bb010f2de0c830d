import { inject, Injector, Service } from '@angular/core';
import { Snackbar } from '@laurel/ui';
import type { RequirementView } from '../../../core/api/contract.js';
import { LaurelApi } from '../../../core/api/laurel-api.js';
import { Outbox } from '../../../core/saving/outbox.js';
import { SessionStore } from '../../../core/session/session.store.js';
import { CartStore } from '../../cart/cart.store.js';
import { type FormValues, isFormValues, type RequirementForm, valuesOf, withValue } from './form-values.js';

const REST_MS = 600;

/** What learners give in the forms of requirements: on the screen at once, on the server a moment later. */
@Service()
export class RequirementForms {
  readonly #api = inject(LaurelApi);
  readonly #cart = inject(CartStore);
  readonly #session = inject(SessionStore);
  readonly #snackbar = inject(Snackbar);

  readonly #outbox = new Outbox<FormValues>({
    key: `laurel:forms:${this.#session.listKey()}`,
    label: 'what you filled in on the claim',
    injector: inject(Injector),
    restMs: REST_MS,
    isValue: isFormValues,
    send: async (formKey, values) => {
      const cart = await this.#api.saveRequirementForm(this.#session.activityId(), formKey, { ...values });
      this.#cart.accept(cart);
    },
    onSentElsewhere: () => void this.#cart.refresh(),
    onRefused: (_formKey, _values, problem) => {
      this.#snackbar.show({ text: problem.message, goesAlong: true });
      this.#cart.resource.reload();
    },
  });
  readonly hasChanges = this.#outbox.hasChanges;

  valuesOf(form: RequirementForm, inputs: RequirementView['inputs']): FormValues {
    return this.#outbox.wanted().get(form.key) ?? valuesOf(form, inputs);
  }

  answer(
    form: RequirementForm,
    inputs: RequirementView['inputs'],
    field: string,
    value: string | boolean,
  ): void {
    this.#outbox.change(form.key, withValue(this.valuesOf(form, inputs), field, value));
  }

  /** Resolves when the server has what is on the screen (true), or is away (false). */
  settled(): Promise<boolean> {
    return this.#outbox.settled();
  }
}
