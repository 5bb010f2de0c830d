import { Field } from '@laurel/plugin-kit';
import { ArrayMaxSize, IsArray, IsInt, IsString, Max, Min } from 'class-validator';

export class CreditExpiryConfig {
  @Field('Months', 'How long earned credit keeps from the day it was earned: 36 is three years.')
  @IsInt()
  @Min(1)
  @Max(240)
  keepsMonths = 36;

  @Field('Warnings', 'How many days before it expires the learner is warned.')
  @IsArray()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(365, { each: true })
  @ArrayMaxSize(10)
  warnDays: number[] = [90, 30, 7];

  @Field('Evidence', 'Kinds of evidence by which credit is earned; any when empty.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(20)
  evidenceKinds: string[] = [];
}
