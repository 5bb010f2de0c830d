import { Field } from '@laurel/plugin-kit';
import { ArrayMaxSize, IsArray, IsString } from 'class-validator';

export class CreditExpiryConfig {
  @Field('Excluded categories', 'Categories of the programme, as it writes them.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  excludedCategories: string[] = [];
}
