import type { RequirementView } from '../../../core/api/contract.js';

export type RequirementForm = NonNullable<NonNullable<RequirementView['action']>['form']>;
export type FormField = RequirementForm['fields'][number];
/** What was given, by field; a box that is not ticked and a text that is empty are absent. */
export type FormValues = Readonly<Record<string, string | boolean>>;

/** What the server keeps of a form, as far as its fields still exist. */
export function valuesOf(form: RequirementForm, inputs: RequirementView['inputs']): FormValues {
  return Object.fromEntries(
    form.fields.flatMap(({ key }) => {
      const value = inputs[key];
      return typeof value === 'string' || typeof value === 'boolean' ? [[key, value] as const] : [];
    }),
  );
}

/** With one answer changed; nothing is left of an answer taken back. */
export function withValue(values: FormValues, key: string, value: string | boolean): FormValues {
  const others = Object.entries(values).filter(([other]) => other !== key);
  return Object.fromEntries(value === '' || value === false ? others : [...others, [key, value]]);
}

/** The fields that are asked, given what was answered: those after the consent come with it. */
export const shownFields = (form: RequirementForm, values: FormValues): FormField[] =>
  form.fields.filter(({ showIf }) => !showIf || (values[showIf.field] ?? false) === showIf.is);

/** What was left on this device by an earlier visit, if it is ours. */
export const isFormValues = (value: unknown): value is FormValues =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => typeof one === 'string' || typeof one === 'boolean');
