import { ApiProperty } from '@nestjs/swagger';

export class CollectFaultDto {
  @ApiProperty({
    type: String,
    description: 'Where in what was sent, or the key of the item that could not be taken in.',
  })
  path: string;
  @ApiProperty({ type: String, description: 'What was expected.' }) reason: string;
}

export class CollectedDto {
  @ApiProperty({
    type: 'integer',
    description: 'Items that are stored now and were not before, or say something newer.',
  })
  accepted: number;
  @ApiProperty({ type: 'integer', description: 'Items that were stored already, by their own keys.' })
  alreadyKnown: number;
  @ApiProperty({ type: [CollectFaultDto] }) faults: CollectFaultDto[];
}
