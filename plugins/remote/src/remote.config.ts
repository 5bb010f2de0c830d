import { Field, Secret } from '@laurel/plugin-kit';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';

const SECRET = /^whsec_[A-Za-z0-9+/=]{32,128}$/;
const AS_A_SECRET = { message: '$property must be "whsec_" and at least 24 bytes in base64' };
/** Loopback and http are for development, and the host decides whether they are asked. */
const AN_ADDRESS = { protocols: ['https', 'http'], require_protocol: true, require_tld: false };

export class RemoteConfig {
  @Field('Name', 'Of the service; the authority that claims are reported to.')
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  name = 'remote';

  @Field(
    'Secret for messages to us',
    'The service signs with it what it pushes. Without it, nothing can be pushed.',
  )
  @Secret()
  @IsOptional()
  @Matches(SECRET, AS_A_SECRET)
  @IsString()
  webhookSecret?: string;

  @Field('Address to poll', 'Asked for what is new. Without it, nothing is asked.')
  @IsOptional()
  @IsUrl(AN_ADDRESS)
  pollUrl?: string;

  @Field('Minutes between two polls')
  @IsInt()
  @Min(1)
  @Max(44_640)
  pollEveryMinutes = 15;

  @Field('Address for reports', 'Told of every submitted claim. Without it, nothing is reported.')
  @IsOptional()
  @IsUrl(AN_ADDRESS)
  reportUrl?: string;

  @Field('Report submitted claims')
  @IsBoolean()
  reportsClaims = true;

  @Field('Identifiers in reports', 'Kinds of the learner’s identifiers to send, e.g. npi.')
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  identifiers: string[] = [];

  @Field('Secret for messages from us', 'Signs what we ask and report, so that the service knows us.')
  @Secret()
  @ValidateIf(({ pollUrl, reportUrl, signingSecret }: RemoteConfig) =>
    [pollUrl, reportUrl, signingSecret].some((value) => value !== undefined),
  )
  @Matches(SECRET, AS_A_SECRET)
  @IsString()
  signingSecret?: string;
}
