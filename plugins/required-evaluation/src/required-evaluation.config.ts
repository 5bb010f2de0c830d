import { Field, ListOf, RefersTo } from '@laurel/plugin-kit';
import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class EvaluationRule {
  @Field('Form', 'The key of the evaluation form.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  @RefersTo('form')
  formKey: string;

  @Field('Required', 'Whether a claim can be submitted only when this form is complete.')
  @IsBoolean()
  isRequired = true;
}

export class RequiredEvaluationConfig {
  @Field(
    'Evaluations',
    'In the order in which learners see them. Forms about a session are asked per session.',
  )
  @ListOf(() => EvaluationRule, { least: 1, most: 50 })
  forms: EvaluationRule[] = [];
}
