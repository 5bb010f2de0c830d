import { ApiProperty } from '@nestjs/swagger';
import { SearchText } from './search-text.decorator.js';

export class StaffLearnersQueryDto {
  @SearchText()
  @ApiProperty({
    type: String,
    minLength: 2,
    maxLength: 100,
    description: 'A badge or member number, or a part of the name; case and accents do not count.',
  })
  search: string;
}

export class StaffRegistrationDto {
  @ApiProperty({ type: String, format: 'uuid' }) activityId: string;
  @ApiProperty({ type: String, example: 'CONGRESS27' }) activityCode: string;
  @ApiProperty({ type: String }) badge: string;
  @ApiProperty({ type: String, nullable: true }) tier: string | null;
}

export class StaffLearnerDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String, description: 'As on certificates; learners choose it themselves.' })
  name: string;
  @ApiProperty({ type: String, description: 'First and last name as the society registered them.' })
  registeredName: string;
  @ApiProperty({ type: String, example: 'MD' }) credentials: string;
  @ApiProperty({ type: String, example: 'physician' }) profession: string;
  @ApiProperty({ type: String, nullable: true }) memberNumber: string | null;
  @ApiProperty({ type: [StaffRegistrationDto] }) registrations: StaffRegistrationDto[];
}

export class StaffLearnersDto {
  @ApiProperty({ type: [StaffLearnerDto], description: 'By last name, at most 50.' })
  items: StaffLearnerDto[];
}
