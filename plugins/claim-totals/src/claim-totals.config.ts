import { Field, ListOf, RefersTo } from '@laurel/plugin-kit';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class TotalRule {
  @Field('Credit type', 'The key of a credit type, e.g. ama-pra-1.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  @RefersTo('credit-type')
  creditType: string;

  @Field('Never above', 'The key of a credit type that this one counts beside, and may not exceed.')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  @RefersTo('credit-type')
  notAbove?: string;
}

export class ClaimTotalsConfig {
  @Field('Title', 'The heading of the step in the checklist.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  title = 'Your claim totals';

  @Field('Totals', 'In the order in which learners choose them.')
  @ListOf(() => TotalRule, { least: 1, most: 20 })
  totals: TotalRule[] = [];
}
