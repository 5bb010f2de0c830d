import { ApiProperty } from '@nestjs/swagger';

export class PollDto {
  @ApiProperty({ type: String, description: 'The key of the step’s plugin.' }) plugin: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was last asked.' })
  polledAt: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the last poll failed; null when it did not.',
  })
  failure: string | null;
  @ApiProperty({
    type: 'integer',
    description: 'Polls that failed one after the other; each doubles the pause.',
  })
  failures: number;
}

export class PollsDto {
  @ApiProperty({ type: [PollDto] }) items: PollDto[];
}
