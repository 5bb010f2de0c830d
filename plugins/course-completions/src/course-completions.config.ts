import { Field, Secret } from '@laurel/plugin-kit';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class CourseCompletionsConfig {
  @Field('Platform', 'Where topics are completed, in a sentence.')
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  platform = 'the course platform';

  @Field('Prefix of xAPI objects', 'What precedes the code of a topic in the id of an xAPI activity.')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  objectPrefix?: string;

  @Field('xAPI accounts are', 'What the name of an account says: the member number or the badge.')
  @IsIn(['member', 'badge'])
  accountIs: 'member' | 'badge' = 'member';

  @Field('Home page of xAPI accounts', 'Only accounts of this home page are taken; any when empty.')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  accountHomePage?: string;

  @Field('Secret of the webhook', 'As Standard Webhooks have it, e.g. whsec_…; no webhook when empty.')
  @IsOptional()
  @Secret()
  @IsString()
  @Matches(/^(whsec_)?[A-Za-z0-9+/]{24,120}={0,2}$/)
  webhookSecret?: string;

  @Field('Completions at a time', 'How many one call may carry.')
  @IsInt()
  @Min(1)
  @Max(5_000)
  maxBatch = 1_000;
}
