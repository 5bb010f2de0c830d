import { Field, ListOf, RefersTo } from '@laurel/plugin-kit';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { CreditTypeWording, shippedWordings } from './credit-type-wording.js';

export class DocumentRule {
  @Field('Key', 'Unique in the workflow, e.g. cme or participation.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  key: string;

  @Field('Title', 'As learners read it on the button, e.g. CME Certificate.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  title: string;

  @Field('In a sentence', 'The same with its article, e.g. a CME certificate.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  inSentence: string;

  @Field('Description', 'A sentence under the title.')
  @IsOptional()
  @IsString()
  @MaxLength(300)
  description?: string;

  @Field('Template', 'The key of the certificate template.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  @RefersTo('template')
  template: string;

  @Field('Kind', 'Whether it awards credit or says that the learner took part.')
  @IsIn(['credit', 'participation'])
  documentKind: 'credit' | 'participation' = 'credit';

  @Field('Professions', 'Keys of the professions that may have it; everyone when empty.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  @RefersTo('profession')
  professions: string[] = [];

  @Field('Professions in a sentence', 'The same as learners read it, e.g. physicians.')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  professionsLabel?: string;

  @Field(
    'Credit types',
    'What it states as claimed, in this order. Types without claimed credit are left out.',
  )
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(20)
  @RefersTo('credit-type')
  creditTypes: string[] = [];

  @Field('Hours of', 'States hours instead: those of the first of these credit types that was claimed.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(20)
  @RefersTo('credit-type')
  hoursOf: string[] = [];

  @Field('Statements', 'Printed on this document beside those of the society and the activity.')
  @IsArray()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @ArrayMaxSize(10)
  statements: string[] = [];

  @Field(
    'A document for each credit type',
    'One for each of the credit types that was claimed, worded as below.',
  )
  @IsBoolean()
  isPerCreditType = false;

  @Field('A certificate for each course', 'All in one file, each with the credit of its own topics.')
  @IsBoolean()
  perCourse = false;

  @Field('Hidden when empty', 'Not shown at all where nothing was claimed that it could state.')
  @IsBoolean()
  isHiddenWhenEmpty = false;
}

export class ProfessionDocumentsConfig {
  @Field('Documents', 'In the order in which learners see them.')
  @ListOf(() => DocumentRule, { least: 1, most: 20 })
  documents: DocumentRule[] = [];

  @Field('Wording by credit type', 'Of the documents that are made for each credit type.')
  @ListOf(() => CreditTypeWording, { most: 50 })
  wordings: CreditTypeWording[] = shippedWordings();
}
