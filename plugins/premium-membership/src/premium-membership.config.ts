import { Field, Secret } from '@laurel/plugin-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

export class PremiumMembershipConfig {
  @Field('Membership', 'Its name in a sentence, e.g. Premium membership.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  membership = 'Premium membership';

  @Field('Fact', 'The key under which memberships are kept.')
  @IsString()
  @Matches(/^[a-z][a-z0-9-]{0,39}$/)
  factKey = 'membership';

  @Field('Levels', 'With which of them credit may be claimed, as the member system writes them.')
  @IsArray()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  acceptedLevels: string[] = ['premium'];

  @Field('Days of grace', 'Whole days after its end during which credit may still be claimed.')
  @IsInt()
  @Min(0)
  @Max(365)
  graceDays = 0;

  @Field('How long credit keeps', 'A whole sentence for learners without a membership.')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  keeps?: string;

  @Field('Where to buy', 'A page where learners buy or renew it.')
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  buyUrl?: string;

  @Field('Button', 'What the button to that page says.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  buyLabel = 'Buy a membership';

  @Field('Secret of the webhook', 'As Standard Webhooks have it, e.g. whsec_…; no webhook when empty.')
  @IsOptional()
  @Secret()
  @IsString()
  @Matches(/^(whsec_)?[A-Za-z0-9+/]{24,120}={0,2}$/)
  webhookSecret?: string;

  @Field('Address to poll', 'Answers with JSON or CSV; nothing is polled when empty.')
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  pollUrl?: string;

  @Field('Token for polls', 'Sent as a bearer token.')
  @IsOptional()
  @Secret()
  @IsString()
  @Matches(/^[\x21-\x7e]{1,500}$/)
  pollToken?: string;

  @Field('Minutes between polls')
  @IsInt()
  @Min(5)
  @Max(10_080)
  pollEveryMinutes = 60;

  @Field('Memberships at a time', 'How many one call or answer may carry.')
  @IsInt()
  @Min(1)
  @Max(5_000)
  maxBatch = 5_000;
}
