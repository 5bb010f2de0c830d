import { ApiProperty } from '@nestjs/swagger';
import { WhyEntryDto } from '../../workflow/trail/why-entry.dto.js';

export class WhyDto {
  @ApiProperty({ type: [WhyEntryDto], description: 'In the order in which it was decided.' })
  entries: WhyEntryDto[];
}
