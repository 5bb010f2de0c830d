import { Field } from '@laurel/plugin-kit';
import { IsInt, Max, Min } from 'class-validator';

export class AppFlagsConfig {
  @Field('Flags at a time', 'How many flags the app may send in one call.')
  @IsInt()
  @Min(1)
  @Max(10_000)
  maxBatch = 1_000;
}
