import { Field } from '@laurel/plugin-kit';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class SingleSubmissionConfig {
  @Field('Title', 'The heading of the step in the checklist.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  title = 'Submitting closes your claim';
}
