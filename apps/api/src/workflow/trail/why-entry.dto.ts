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
  @ApiProperty({ type: String, description: 'The plugin’s key, or `host`.' }) plugin: string;
  @ApiProperty({ type: String, description: 'Empty for the host and for a plugin that is not installed.' })
  pluginVersion: string;
  @ApiProperty({ type: 'integer', description: 'The workflow’s revision; 0 for the host.' })
  configRevision: number;
  @ApiProperty({ type: String, example: 'overlap.same-time' }) code: string;
}
