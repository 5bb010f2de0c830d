import { Field, ListOf, RefersTo } from '@laurel/plugin-kit';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  type ValidationArguments,
} from 'class-validator';

/** Sessions by what the programme says of them. Within a list any value fits; lists that are set must all fit. */
export class SessionSelection {
  @Field('Categories', 'As the programme writes them; any category when empty. Letter case does not matter.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  @RefersTo('category')
  categories: string[] = [];

  @Field('Types', 'As the programme writes them; any type when empty.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  @RefersTo('type')
  types: string[] = [];

  @Field('Tracks', 'As the programme writes them; any track when empty.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  @RefersTo('track')
  tracks: string[] = [];

  @Field(
    'Timing',
    'Whether only sessions with a time (live) or only those without one (on-demand) are meant.',
  )
  @IsIn(['any', 'timed', 'untimed'])
  timing: 'any' | 'timed' | 'untimed' = 'any';
}

/** An exclusion that selects nothing in particular would close the whole activity. */
const SelectsSomething = (): PropertyDecorator => (target, property) => {
  ValidateBy({
    name: 'selectsSomething',
    validator: {
      validate: (_value: unknown, context?: ValidationArguments) => {
        const rule = context?.object;
        return (
          rule instanceof SessionSelection &&
          (rule.timing !== 'any' ||
            [rule.categories, rule.types, rule.tracks].some((list) => Array.isArray(list) && list.length > 0))
        );
      },
      defaultMessage: () => 'give at least one category, type, track or timing to exclude',
    },
  })(target, String(property));
};

export class CapRule extends SessionSelection {
  @Field('In a sentence', 'The sessions as learners read it after “count for”, e.g. on-demand sessions.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  label: string;

  @Field('At most', 'In hundredths of credit: 3000 is 30.00.')
  @IsInt()
  @Min(0)
  @Max(9_999_999)
  cap: number;

  @Field('Credit types', 'Keys of the credit types that are capped, each by itself; every type when empty.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(50)
  @RefersTo('credit-type')
  creditTypes: string[] = [];
}

export class ExclusionRule extends SessionSelection {
  @Field('In a sentence', 'What is excluded, as a sentence begins with it, e.g. Committee meetings.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  @SelectsSomething()
  label: string;
}

export class CategoryCapsConfig {
  @Field('Caps', 'Applied in this order, each on what earlier rules left of the sessions.')
  @ListOf(() => CapRule, { most: 30 })
  caps: CapRule[] = [];

  @Field('Excluded', 'Sessions that cannot be claimed at all.')
  @ListOf(() => ExclusionRule, { most: 30 })
  excluded: ExclusionRule[] = [];
}
