import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Plain words, ready to show. */
export class SentenceDto {
  @ApiProperty({ type: String }) text: string;
  @ApiPropertyOptional({ type: String, description: 'What would help, when something would.' })
  remedy?: string;
}
