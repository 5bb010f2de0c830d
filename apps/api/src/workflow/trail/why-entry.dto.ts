import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export const whyOutcomes = [
  'allowed',
  'denied',
  'adjusted',
  'met',
  'unmet',
  'optional',
  'held',
  'failed',
] as const;
export type WhyOutcome = (typeof whyOutcomes)[number];

/** What an adjustment did to the total of its credit type: `before` plus `amount` is `after`. Decimal credits. */
export class WhyEffectDto {
  @ApiProperty({ type: Number, example: 20.25 }) before: number;
  @ApiProperty({ type: Number, example: -0.75, description: 'Nearly always negative.' }) amount: number;
  @ApiProperty({ type: Number, example: 19.5 }) after: number;
  @ApiProperty({
    type: [String],
    description: 'Titles of the sessions it is about; none for the total alone.',
  })
  sessions: string[];
}

/** One decision and its reason: a sentence for the learner, the rest for support staff. */
export class WhyEntryDto {
  @ApiProperty({ type: String, example: 'award', description: 'The stage that decided.' }) stage: string;
  @ApiProperty({
    type: String,
    example: 'offering:0198c1f0-7b9e-7c3a-9d7e-3f6f0a3b2c1d',
    description: 'What was decided about: kind and key.',
  })
  subject: string;
  @ApiProperty({ enum: whyOutcomes }) outcome: WhyOutcome;
  @ApiProperty({ type: String }) text: string;
  @ApiPropertyOptional({ type: String }) remedy?: string;
  @ApiPropertyOptional({
    type: String,
    description: 'By its name what was decided about: a session’s title, or a credit type’s name.',
  })
  about?: string;
  @ApiPropertyOptional({
    type: String,
    description: 'The rule that decided, in words, as the society has set it.',
  })
  rule?: string;
  @ApiPropertyOptional({ type: WhyEffectDto, description: 'Of adjustments alone.' }) effect?: WhyEffectDto;
  @ApiProperty({ type: String, description: 'The plugin’s key, or `host`.' }) plugin: string;
  @ApiProperty({ type: String, description: 'Empty for the host and for a plugin that is not installed.' })
  pluginVersion: string;
  @ApiProperty({ type: 'integer', description: 'The workflow’s revision; 0 for the host.' })
  configRevision: number;
  @ApiProperty({ type: String, example: 'overlap.same-time' }) code: string;
}
