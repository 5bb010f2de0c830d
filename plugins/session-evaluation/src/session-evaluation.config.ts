import { Field, ListOf, RefersTo } from '@laurel/plugin-kit';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export const modes = ['optional', 'for-session-credit', 'for-claim'] as const;
export type Mode = (typeof modes)[number];

export class SessionFormRule {
  @Field('Form', 'The key of an evaluation form about sessions.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  @RefersTo('form')
  formKey: string;

  @Field('Title', 'The heading in the checklist.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  title = 'Session evaluations';

  @Field('What waits for it', 'Nothing, the credit of the session that is evaluated, or the whole claim.')
  @IsIn(modes)
  mode: Mode = 'optional';
}

export class SessionEvaluationConfig {
  @Field('Evaluations', 'In the order in which learners see them.')
  @ListOf(() => SessionFormRule, { least: 1, most: 10 })
  forms: SessionFormRule[] = [];
}
