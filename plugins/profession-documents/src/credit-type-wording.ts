import { Field } from '@laurel/plugin-kit';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** How a document that states one credit type is worded. */
export class CreditTypeWording {
  @Field('Credit type', 'The key of a credit type.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  creditType: string;

  @Field('Title', 'As learners read it on the button.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  title: string;

  @Field('In a sentence', 'The same with its article.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  inSentence: string;

  @Field('Kind', 'Whether it awards credit or says that the learner took part.')
  @IsIn(['credit', 'participation'])
  documentKind: 'credit' | 'participation' = 'credit';

  @Field(
    'Audience in a sentence',
    'Whom it is for, e.g. physicians; the keys are those of the credit type itself.',
  )
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  professionsLabel?: string;

  @Field('Statements', '[Provider], [credit type] and [credits claimed] are filled in.')
  @IsArray()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @ArrayMaxSize(10)
  statements: string[] = [];
}

type Shipped = Pick<CreditTypeWording, 'creditType' | 'title' | 'inSentence'> & Partial<CreditTypeWording>;

/**
 * The credit types that Laurel ships, as their authorities expect to read them; a society changes what its own
 * agreements say otherwise. AMA PRA Category 1 carries the designation statement of society and activity instead.
 */
const shipped: readonly Shipped[] = [
  {
    creditType: 'ama-pra-1',
    title: 'AMA PRA Category 1 Credit™ Certificate',
    inSentence: 'an AMA PRA Category 1 Credit™ certificate',
    professionsLabel: 'physicians',
  },
  {
    creditType: 'ama-pra-2',
    title: 'AMA PRA Category 2 Credit™ Statement',
    inSentence: 'an AMA PRA Category 2 Credit™ statement',
    professionsLabel: 'physicians',
  },
  {
    creditType: 'aafp-prescribed',
    title: 'AAFP Prescribed Credit Certificate',
    inSentence: 'an AAFP Prescribed credit certificate',
    professionsLabel: 'family physicians',
    statements: [
      'The American Academy of Family Physicians (AAFP) accepts this activity for AAFP Prescribed credit; [credits claimed] were claimed, commensurate with the extent of participation.',
    ],
  },
  {
    creditType: 'aapa-1',
    title: 'AAPA Category 1 CME Certificate',
    inSentence: 'an AAPA Category 1 CME certificate',
    professionsLabel: 'physician assistants and associates',
    statements: [
      'This activity is designated for AAPA Category 1 CME credit. PAs claim only the credit commensurate with their participation; [credits claimed] were claimed.',
    ],
  },
  {
    creditType: 'acep',
    title: 'ACEP Category I Certificate',
    inSentence: 'an ACEP Category I certificate',
    professionsLabel: 'emergency physicians',
    statements: [
      'Approved by the American College of Emergency Physicians (ACEP) for ACEP Category I credit.',
    ],
  },
  {
    creditType: 'aap',
    title: 'AAP Credit Certificate',
    inSentence: 'an AAP credit certificate',
    professionsLabel: 'pediatricians',
    statements: ['This activity is acceptable for AAP credit of the American Academy of Pediatrics.'],
  },
  {
    creditType: 'ancc',
    title: 'Nursing Contact Hours Certificate',
    inSentence: 'a nursing contact hours certificate',
    professionsLabel: 'nurses',
    statements: [
      '[Provider] provides nursing continuing professional development under accreditation by the American Nurses Credentialing Center (ANCC). Contact hours awarded: [credits claimed].',
    ],
  },
  {
    creditType: 'abp-moc-2',
    title: 'ABP MOC Part 2 Certificate',
    inSentence: 'an ABP MOC Part 2 certificate',
    professionsLabel: 'pediatricians',
    statements: [
      'Successful completion of this activity earned the learner [credits claimed] of Part 2 in the Maintenance of Certification (MOC) of the American Board of Pediatrics (ABP).',
    ],
  },
  {
    creditType: 'abim-moc',
    title: 'ABIM MOC Certificate',
    inSentence: 'an ABIM MOC certificate',
    professionsLabel: 'internists',
    statements: [
      'Successful completion of this activity, with its assessment, earned the learner [credits claimed] in the Maintenance of Certification (MOC) program of the American Board of Internal Medicine (ABIM).',
    ],
  },
  {
    creditType: 'abim-moc-pa',
    title: 'ABIM MOC Practice Assessment Certificate',
    inSentence: 'an ABIM MOC Practice Assessment certificate',
    professionsLabel: 'internists',
  },
  {
    creditType: 'plastic-surgery',
    title: 'Plastic Surgery Hours Certificate',
    inSentence: 'a plastic surgery hours certificate',
    professionsLabel: 'plastic surgeons',
  },
  {
    creditType: 'asrt',
    title: 'ASRT Category A Certificate',
    inSentence: 'an ASRT Category A certificate',
    professionsLabel: 'radiologic technologists',
    statements: [
      'Category A continuing education of the American Society of Radiologic Technologists (ASRT).',
    ],
  },
  {
    creditType: 'state-required',
    title: 'State-Required CME Certificate',
    inSentence: 'a state-required CME certificate',
    statements: ['Learners report this credit to their state board themselves.'],
  },
  {
    creditType: 'participation',
    title: 'Certificate of Participation',
    inSentence: 'a certificate of participation',
    documentKind: 'participation',
    statements: [
      'This certificate states participation: [credits claimed]. It awards no credit of a profession.',
    ],
  },
];

export const shippedWordings = (): CreditTypeWording[] =>
  shipped.map((wording) => Object.assign(new CreditTypeWording(), wording));
