import { Field, ListOf } from '@laurel/plugin-kit';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { stateCodes } from './states.js';

export const needs = ['required', 'optional', 'off'] as const;
export type Need = (typeof needs)[number];

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

export class BoardRule {
  @Field('Key', 'As reports name the board, e.g. abs.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  key: string;

  @Field('Name', 'As learners read it, e.g. American Board of Surgery.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  label: string;

  @Field('Name of its ID', 'E.g. ABS ID.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  idLabel = 'board ID';

  @Field('Pattern of its ID', 'A regular expression the whole ID must match.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsPattern()
  idPattern = '[A-Za-z0-9-]{3,15}';

  @Field('How its ID looks', 'In words, e.g. six digits.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  idExample = '3 to 15 letters and digits';

  @Field('Identifier', 'The kind under which its ID is kept with the learner, e.g. abs; not kept when empty.')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  identifier?: string;
}

export class CreditReportingConsentConfig {
  @Field('Form', 'The key under which the answers are kept; reporting plugins read them there.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  formKey = 'credit-reporting';

  @Field('Title', 'The heading in the checklist and of the form.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  title = 'Opt-In to Learner Credit Reporting';

  @Field('Introduction', 'What reporting means for learners.')
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  intro?: string;

  @Field('Consent', 'What the learner agrees to, in the first person.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  consent = 'I agree that my credit and the details below are sent to the ACCME and the boards I name here.';

  @Field('Certifying boards', 'In the order in which learners see them.')
  @ListOf(() => BoardRule, { most: 60 })
  boards: BoardRule[] = [];

  @Field('Boards at most', 'How many certifying boards one learner may name.')
  @IsInt()
  @Min(1)
  @Max(3)
  mostBoards = 1;

  @Field('States', 'Postal codes of the states whose licences are taken; all of them when empty.')
  @IsArray()
  @IsIn(stateCodes, { each: true })
  @ArrayMaxSize(60)
  states: string[] = [];

  @Field('Certifying board', 'Whether the learner names a certifying board and the ID there.')
  @IsIn(needs)
  boardId: Need = 'optional';

  @Field('NPI')
  @IsIn(needs)
  npi: Need = 'optional';

  @Field('State licence')
  @IsIn(needs)
  licence: Need = 'optional';

  @Field('Month and day of birth')
  @IsIn(needs)
  birthday: Need = 'required';
}
