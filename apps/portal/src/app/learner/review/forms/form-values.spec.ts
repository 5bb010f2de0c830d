import { describe, expect, it } from '@jest/globals';
import { isFormValues, type RequirementForm, shownFields, valuesOf, withValue } from './form-values.js';

const form: RequirementForm = {
  key: 'consent',
  title: 'Opt in',
  fields: [
    { key: 'agrees', label: 'I agree', kind: 'consent', isRequired: true },
    {
      key: 'board',
      label: 'Board',
      kind: 'choice',
      isRequired: true,
      options: [{ value: 'abps', label: 'ABPS' }],
      showIf: { field: 'agrees', is: true },
    },
    {
      key: 'number',
      label: 'Number',
      kind: 'text',
      isRequired: true,
      showIf: { field: 'board', is: 'abps' },
    },
  ],
};
const shown = (values: Record<string, string | boolean>) => shownFields(form, values).map(({ key }) => key);

describe('the form of a requirement', () => {
  it('asks for consent first, and shows the rest with it', () => {
    expect(shown({})).toEqual(['agrees']);
    expect(shown({ agrees: true })).toEqual(['agrees', 'board']);
    expect(shown({ agrees: true, board: 'abps' })).toEqual(['agrees', 'board', 'number']);
  });

  it('takes up what the server keeps of its own fields', () => {
    expect(valuesOf(form, { agrees: true, number: '12', gone: 'x', board: null })).toEqual({
      agrees: true,
      number: '12',
    });
  });

  it('leaves nothing of an answer that was taken back', () => {
    expect(withValue({ agrees: true, number: '12' }, 'agrees', false)).toEqual({ number: '12' });
    expect(withValue({ number: '12' }, 'number', '')).toEqual({});
    expect(withValue({}, 'number', '3')).toEqual({ number: '3' });
  });

  it('knows what is its own on the device', () => {
    expect(isFormValues({ agrees: true, number: '12' })).toBe(true);
    expect(isFormValues({ agrees: 3 })).toBe(false);
    expect(isFormValues(['agrees'])).toBe(false);
    expect(isFormValues(null)).toBe(false);
  });
});
