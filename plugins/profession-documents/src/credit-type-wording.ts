import { Field, RefersTo } from '@laurel/plugin-kit';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** How a document that states one credit type is worded. */
export class CreditTypeWording {
  @Field('Credit type', 'The key of a credit type.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  @RefersTo('credit-type')
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
 * The credit types that Laurel ships, as learners read of their documents; a society changes what it calls otherwise.
 * What an authority wants printed is the credit type's own (`statements` of the tenant file).
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
  },
  {
    creditType: 'aapa-1',
    title: 'AAPA Category 1 CME Certificate',
    inSentence: 'an AAPA Category 1 CME certificate',
    professionsLabel: 'physician assistants and associates',
  },
  {
    creditType: 'acep',
    title: 'ACEP Category I Certificate',
    inSentence: 'an ACEP Category I certificate',
    professionsLabel: 'emergency physicians',
  },
  {
    creditType: 'aap',
    title: 'AAP Credit Certificate',
    inSentence: 'an AAP credit certificate',
    professionsLabel: 'pediatricians',
  },
  {
    creditType: 'ancc',
    title: 'Nursing Contact Hours Certificate',
    inSentence: 'a nursing contact hours certificate',
    professionsLabel: 'nurses',
  },
  {
    creditType: 'abp-moc-2',
    title: 'ABP MOC Part 2 Certificate',
    inSentence: 'an ABP MOC Part 2 certificate',
    professionsLabel: 'pediatricians',
  },
  {
    creditType: 'abim-moc',
    title: 'ABIM MOC Certificate',
    inSentence: 'an ABIM MOC certificate',
    professionsLabel: 'internists',
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
  },
  {
    creditType: 'state-required',
    title: 'State-Required CME Certificate',
    inSentence: 'a state-required CME certificate',
  },
  {
    creditType: 'participation',
    title: 'Certificate of Participation',
    inSentence: 'a certificate of participation',
    documentKind: 'participation',
  },
];

export const shippedWordings = (): CreditTypeWording[] =>
  shipped.map((wording) => Object.assign(new CreditTypeWording(), wording));
