import type { CreditTypeFile } from '../../../apps/api/src/operator/tenant-file.js';

type Statements = NonNullable<CreditTypeFile['statements']>;

const COMMENSURATE =
  'Physicians should claim only the credit commensurate with the extent of their participation in the activity.';

const abimMoc = (kind: string): Statements => ({
  credit: `Successful completion of this activity, which includes participation in the evaluation component, enables the participant to earn up to [n] ${kind} MOC points in the American Board of Internal Medicine’s (ABIM) Maintenance of Certification (MOC) program. It is the CME activity provider’s responsibility to submit participant completion information to ACCME for the purpose of granting ABIM MOC credit. Earned: [credits claimed].`,
});

/**
 * What documents say of each credit type beside its amount; defaults, which a society replaces by what its accreditor
 * prescribes. A statement with `[n]`, the designated maximum, is left out where none was designated.
 */
const STATEMENTS: Readonly<Record<string, Statements>> = {
  'ama-pra-1': {
    credit: `[Provider] designates this [learning format] for a maximum of [n] AMA PRA Category 1 Credit(s)™. ${COMMENSURATE}`,
    participation: 'This activity was designated for [maximum].',
  },
  // Claimed on one's own word: nobody designates it.
  'ama-pra-2': {
    credit:
      'AMA PRA Category 2 Credit™ is self-reported: the physician states participation in an activity that was not designated for AMA PRA Category 1 Credit™, and claims [credits claimed].',
  },
  'aafp-prescribed': {
    credit: `The AAFP has reviewed this [learning format] and deemed it acceptable for up to [n] AAFP Prescribed credit(s). ${COMMENSURATE}`,
  },
  'aapa-1': {
    credit:
      'This [learning format] is designated for a maximum of [n] AAPA Category 1 CME credit(s). PAs should only claim credit commensurate with the extent of their participation.',
  },
  acep: {
    credit:
      'Approved by the American College of Emergency Physicians for a maximum of [n] hour(s) of ACEP Category I credit.',
  },
  aap: {
    credit:
      'This [learning format] is acceptable for a maximum of [n] AAP credit(s), which can be applied toward the AAP CME/CPD Award available to Fellows and Candidate Members of the American Academy of Pediatrics.',
  },
  ancc: {
    credit:
      '[Provider] provides nursing continuing professional development under accreditation by the American Nurses Credentialing Center’s Commission on Accreditation. This [learning format] carries a maximum of [n] ANCC contact hour(s). Awarded: [credits claimed].',
  },
  acpe: {
    credit:
      '[Provider] is accredited by the Accreditation Council for Pharmacy Education (ACPE) as a provider of continuing pharmacy education. This [learning format] carries a maximum of [n] contact hour(s).',
  },
  'abp-moc-2': {
    credit:
      'Successful completion of this activity, which includes participation in the activity with individual assessment of and feedback to the learner, enables the learner to earn up to [n] MOC points in the American Board of Pediatrics’ (ABP) Maintenance of Certification (MOC) program. Earned: [credits claimed].',
  },
  'abim-moc': abimMoc('Medical Knowledge'),
  'abim-moc-pa': abimMoc('Practice Assessment'),
  asrt: {
    credit:
      'This [learning format] is approved for a maximum of [n] Category A credit(s) of the American Society of Radiologic Technologists (ASRT).',
  },
  'state-required': {
    credit:
      'Learners confirm with their state board that this activity meets its requirements, and report [credits claimed] to it themselves.',
  },
  'patient-safety': {
    credit: 'Applicable to patient safety: up to [maximum] of this [learning format].',
  },
  'plastic-surgery': {
    credit: 'Specific to plastic surgery: up to [maximum] of this [learning format].',
  },
  participation: {
    credit: 'This certificate states participation: [credits claimed]. It awards no credit of a profession.',
  },
};

/** Whose words are set in italics wherever they stand: the AMA asks for it. */
const ITALIC: ReadonlySet<string> = new Set(['ama-pra-1', 'ama-pra-2']);

/**
 * Credit types with what documents say of them.
 *
 * @param provider how the society is named at the beginning of a sentence
 */
export const withStatements = (types: readonly CreditTypeFile[], provider = '[Provider]'): CreditTypeFile[] =>
  types.map((type) => {
    const { credit = '', participation = '' } = STATEMENTS[type.key] ?? {};
    return {
      ...type,
      isItalic: ITALIC.has(type.key),
      statements: { credit: credit.replaceAll('[Provider]', provider), participation },
    };
  });
