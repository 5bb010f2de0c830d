import { ApiProperty } from '@nestjs/swagger';

export class ItineraryDto {
  @ApiProperty({ type: [String], description: 'Offerings in the order in which they were starred.' })
  offeringIds: string[];
}
