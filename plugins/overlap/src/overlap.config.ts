import { Field, RefersTo } from '@laurel/plugin-kit';
import { ArrayMaxSize, IsArray, IsString } from 'class-validator';

export class OverlapConfig {
  @Field('Credit types', 'Keys of the credit types whose time counts once; every type when empty.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  @RefersTo('credit-type')
  creditTypes: string[] = [];
}
