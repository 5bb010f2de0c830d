import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';

export class RetireActivityDto {
  @IsOptional()
  @IsBoolean()
  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    description: 'Retire it also where learners have claimed already.',
  })
  acceptsClaims?: boolean;
}

export class ActivityRetirementDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when it is retired; `null`: it is not.',
  })
  retiredAt: string | null;
}
