import type { CreditTypeFile } from '../../../apps/api/src/operator/tenant-file.js';

/** Shipped credit types; audiences and increments are the societies' defaults, each may be changed. */
const PHYSICIANS = ['physician'];

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
