import { Field } from '@laurel/plugin-kit';
import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class AttestationConfig {
  @Field('Title', 'The heading of the step in the checklist.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  title = 'Your attestation';

  @Field('Statement', 'What the learner confirms, in the first person and as a whole sentence.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  statement = 'I took part in these sessions and claim only the credit commensurate with my participation.';

  @Field('Required', 'Whether a claim waits for it; otherwise it is on offer.')
  @IsBoolean()
  isRequired = true;
}
