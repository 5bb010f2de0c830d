import { Field, IsDay, ListOf, RefersTo } from '@laurel/plugin-kit';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateBy,
} from 'class-validator';

const IsPattern = (): PropertyDecorator => (target, property) => {
  ValidateBy({
    name: 'isPattern',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isPattern(value),
      defaultMessage: () => `${String(property)} must be a regular expression`,
    },
  })(target, property);
};

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    // RegExp throws for one reason only: the text is no pattern.
    return false;
  }
};

export class RequestInput {
  @Field('Key')
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  key: string;

  @Field('Label', 'What the learner is asked for, e.g. ASRT Unique Identifier.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  label: string;

  @Field('Help', 'Where the learner finds it.')
  @IsOptional()
  @IsString()
  @MaxLength(300)
  help?: string;

  @Field('Pattern', 'A regular expression the whole value must match.')
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @IsPattern()
  pattern?: string;

  @Field('Identifier', 'The kind under which it is kept with the learner, e.g. asrt.')
  @IsOptional()
  @IsString()
  @MaxLength(40)
  identifier?: string;
}

export class ManualDocumentRequestConfig {
  @Field(
    'Document',
    'The key of the document. One that an earlier step offers is extended, else it is added.',
  )
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  documentKey: string;

  @Field('Title', 'As learners read it on the button.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  title: string;

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

  @Field(
    'Professions',
    'Keys of the professions it is offered to; everyone when empty. Others do not see it.',
  )
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  @RefersTo('profession')
  professions: string[] = [];

  @Field('Hours of', 'States the hours of the first of these credit types that was claimed.')
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

  @Field('Asked of the learner')
  @ListOf(() => RequestInput, { most: 10 })
  inputs: RequestInput[] = [];

  @Field('Mail to', 'Where the request and the document are sent.')
  @IsEmail()
  mailTo: string;

  @Field('Subject', 'The subject of the mail.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(150)
  subject: string;

  @Field('Promise', 'When the learner may expect an answer, e.g. within five business days.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  promise = 'within five business days';

  @Field('Last day', 'The last day for requests, in the zone of the activity; no end when empty.')
  @IsOptional()
  @IsDay()
  lastDay?: string;
}
