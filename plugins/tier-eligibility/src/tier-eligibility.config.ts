import { Field, ListOf } from '@laurel/plugin-kit';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  MaxLength,
  ValidateBy,
} from 'class-validator';

export class TierRule {
  @Field('Key', 'As registrations and programmes write it, e.g. premier; letter case does not matter.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  key: string;

  @Field('Name', 'As learners read it, e.g. Premier.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  label: string;

  @Field('Admits to', 'Keys of the tiers whose sessions this tier may claim, besides its own.')
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(20)
  admits: string[] = [];

  @Field('Part of the programme', 'What sessions of this tier belong to, with its article: a Summit.')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  part?: string;

  @Field('Parts of the programme', 'The same for several: Summits.')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  parts?: string;
}

/** A tier that admits to a mistyped one would admit to nothing. */
const AdmitsKnownTiers = (): PropertyDecorator => (target, property) => {
  ValidateBy(
    {
      name: 'admitsKnownTiers',
      validator: {
        validate: (tier: unknown, about) => unknownTiers(tier, about?.object).length === 0,
        defaultMessage: (about) => {
          const tiers: unknown[] = Array.isArray(about?.value) ? about.value : [];
          const names = tiers.flatMap((tier) => unknownTiers(tier, about?.object)).map((key) => `"${key}"`);
          return `tiers admit to ${names.join(', ')}, which is not the key of one of them`;
        },
      },
    },
    { each: true },
  )(target, String(property));
};

const unknownTiers = (tier: unknown, config: unknown): readonly string[] => {
  if (!(tier instanceof TierRule) || !Array.isArray(tier.admits)) return [];
  const all: unknown[] = config instanceof TierEligibilityConfig ? config.tiers : [];
  const keys = new Set(all.map((one) => (one instanceof TierRule ? fold(one.key) : '')));
  return tier.admits.filter((key) => !keys.has(fold(key)));
};

const fold = (key: unknown): string => (typeof key === 'string' ? key.trim().toLowerCase() : '');

export class TierEligibilityConfig {
  @Field('Tiers')
  @ListOf(() => TierRule, { least: 1, most: 20 })
  @AdmitsKnownTiers()
  tiers: TierRule[] = [];

  @Field('How to upgrade', 'A sentence for learners whose tier is not enough.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  upgradeHelp = 'The registration desk can upgrade you.';

  @Field('Where to upgrade', 'A page where learners can do it themselves.')
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  upgradeUrl?: string;
}
