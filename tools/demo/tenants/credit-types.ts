import type { CreditTypeFile } from '../../../apps/api/src/operator/tenant-file.js';

/** Shipped credit types; audiences and increments are the societies' defaults, each may be changed. */
const PHYSICIANS = ['physician'];

/** What differs from type to type; the unit is what documents say. */
const creditType = <Key extends string>(
  key: Key,
  name: string,
  shortName: string,
  [one, other]: readonly [one: string, other: string],
  audience: string[],
) =>
  ({
    key,
    name,
    shortName,
    unit: { one, other },
    increment: 0.25,
    audience,
    isCategory: false,
  }) satisfies CreditTypeFile;

/** Awarded to MDs, DOs and equivalents alone. The phrase is the AMA's own, with ™; documents set it in italics. */
export const amaPra1 = {
  key: 'ama-pra-1',
  name: 'AMA PRA Category 1 Credits™',
  shortName: 'AMA PRA Category 1',
  unit: { one: 'AMA PRA Category 1 Credit™', other: 'AMA PRA Category 1 Credits™' },
  increment: 0.25,
  audience: PHYSICIANS,
  isCategory: false,
} satisfies CreditTypeFile;

/** Hours of participation for everyone who is not awarded AMA credit. */
export const participation = {
  key: 'participation',
  name: 'Hours of participation',
  shortName: 'Participation',
  unit: { one: 'hour', other: 'hours' },
  increment: 0.25,
  audience: ['nurse', 'physician-assistant', 'technologist', 'pharmacist', 'scientist', 'other'],
  isCategory: false,
} satisfies CreditTypeFile;

/** Claimed by physicians on their own word, of what was not designated for Category 1. */
export const amaPra2 = creditType(
  'ama-pra-2',
  'AMA PRA Category 2 Credits™',
  'AMA PRA Category 2',
  ['AMA PRA Category 2 Credit™', 'AMA PRA Category 2 Credits™'],
  PHYSICIANS,
);

/** Counted beside Category 1, in sessions that are about the safety of patients; never claimed alone. */
export const patientSafety = {
  key: 'patient-safety',
  name: 'Patient Safety Hours',
  shortName: 'Patient Safety',
  unit: { one: 'Patient Safety hour', other: 'Patient Safety hours' },
  increment: 0.25,
  audience: PHYSICIANS,
  isCategory: true,
} satisfies CreditTypeFile;

/** Counted beside Category 1 toward the society's own cycle; never claimed alone. */
export const plasticSurgery = {
  ...creditType(
    'plastic-surgery',
    'Plastic Surgery Hours',
    'Plastic Surgery',
    ['Plastic Surgery hour', 'Plastic Surgery hours'],
    PHYSICIANS,
  ),
  isCategory: true,
} satisfies CreditTypeFile;
