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

/** Claimed by physicians on their own word; never on a document of an accredited activity. */
export const amaPra2 = creditType(
  'ama-pra-2',
  'AMA PRA Category 2 Credits™',
  'AMA PRA Category 2',
  ['AMA PRA Category 2 Credit™', 'AMA PRA Category 2 Credits™'],
  PHYSICIANS,
);

export const aafpPrescribed = creditType(
  'aafp-prescribed',
  'AAFP Prescribed credits',
  'AAFP Prescribed',
  ['AAFP Prescribed credit', 'AAFP Prescribed credits'],
  PHYSICIANS,
);

export const aapa = creditType(
  'aapa-1',
  'AAPA Category 1 CME credits',
  'AAPA Category 1',
  ['AAPA Category 1 CME credit', 'AAPA Category 1 CME credits'],
  ['physician-assistant'],
);

export const acep = creditType(
  'acep-1',
  'ACEP Category I credits',
  'ACEP Category I',
  ['ACEP Category I credit', 'ACEP Category I credits'],
  PHYSICIANS,
);

export const aap = creditType('aap', 'AAP credits', 'AAP', ['AAP credit', 'AAP credits'], PHYSICIANS);

export const ancc = creditType(
  'ancc',
  'ANCC contact hours',
  'ANCC',
  ['ANCC contact hour', 'ANCC contact hours'],
  ['nurse'],
);

export const abpMoc2 = creditType(
  'abp-moc-2',
  'ABP MOC Part 2 points',
  'ABP MOC Part 2',
  ['ABP MOC Part 2 point', 'ABP MOC Part 2 points'],
  PHYSICIANS,
);

export const abimMocMedicalKnowledge = creditType(
  'abim-moc-mk',
  'ABIM MOC points (Medical Knowledge)',
  'ABIM MOC MK',
  ['ABIM Medical Knowledge MOC point', 'ABIM Medical Knowledge MOC points'],
  PHYSICIANS,
);

export const abimMocPracticeAssessment = creditType(
  'abim-moc-pa',
  'ABIM MOC points (Practice Assessment)',
  'ABIM MOC PA',
  ['ABIM Practice Assessment MOC point', 'ABIM Practice Assessment MOC points'],
  PHYSICIANS,
);

export const asrt = creditType(
  'asrt-a',
  'ASRT Category A credits',
  'ASRT Category A',
  ['ASRT Category A credit', 'ASRT Category A credits'],
  ['technologist'],
);

/** For everyone: which state asks for what is the learner's to compare. */
export const stateRequired = creditType(
  'state-required',
  'State-required CME credits',
  'State-required',
  ['state-required CME credit', 'state-required CME credits'],
  [],
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

/** Every credit type that is claimed by itself, in the order in which a drop-down shows them. */
export const allCreditTypes: readonly CreditTypeFile[] = [
  amaPra1,
  aafpPrescribed,
  acep,
  aap,
  aapa,
  ancc,
  abpMoc2,
  abimMocMedicalKnowledge,
  abimMocPracticeAssessment,
  asrt,
  stateRequired,
  participation,
];

/**
 * What documents say of each type beside its amount; `[n]` is the designated maximum, and a statement with it is left
 * out where there is none. Defaults for a society to replace by what its accreditor prescribes. The statement of AMA
 * credit is the tenant's designation statement.
 */
export const creditStatements: Readonly<Record<string, string>> = {
  [aafpPrescribed.key]:
    'The AAFP has reviewed this [learning format] and deemed it acceptable for up to [n] AAFP Prescribed credit(s). Physicians should claim only the credit commensurate with the extent of their participation in the activity.',
  [aapa.key]:
    'This [learning format] is designated for a maximum of [n] AAPA Category 1 CME credit(s). PAs should claim only the credit commensurate with the extent of their participation.',
  [acep.key]:
    'Approved by the American College of Emergency Physicians for a maximum of [n] hour(s) of ACEP Category I credit.',
  [aap.key]:
    'This [learning format] is acceptable for a maximum of [n] AAP credit(s), which can be applied toward the AAP CME/CPD Award available to Fellows and Candidate Members of the American Academy of Pediatrics.',
  [ancc.key]: 'This [learning format] is approved for a maximum of [n] ANCC contact hour(s).',
  [abpMoc2.key]:
    'Successful completion of this activity, with individual assessment of the participant and feedback to the participant, enables the participant to earn up to [n] MOC point(s) in the American Board of Pediatrics’ (ABP) Maintenance of Certification (MOC) program.',
  [abimMocMedicalKnowledge.key]:
    'Successful completion of this activity, which includes participation in the evaluation component, enables the participant to earn up to [n] Medical Knowledge MOC point(s) in the American Board of Internal Medicine’s (ABIM) Maintenance of Certification (MOC) program.',
  [abimMocPracticeAssessment.key]:
    'Successful completion of this activity, which includes participation in the evaluation component, enables the participant to earn up to [n] Practice Assessment MOC point(s) in the American Board of Internal Medicine’s (ABIM) Maintenance of Certification (MOC) program.',
  [asrt.key]: 'This [learning format] is approved by the ASRT for a maximum of [n] Category A credit(s).',
  [stateRequired.key]:
    'Participants confirm with their state board that this activity meets its requirements.',
};
