import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class ImportCountsDto {
  @ApiProperty({ type: 'integer' }) new: number;
  @ApiProperty({ type: 'integer' }) changed: number;
  @ApiProperty({ type: 'integer' }) unchanged: number;
  @ApiProperty({
    type: 'integer',
    description: 'Gone from the file, but claimed, starred or written about: kept with a notice.',
  })
  withdrawn: number;
  @ApiProperty({ type: 'integer', description: 'Gone from the file, and used by nobody: deleted.' })
  removed: number;
}

export class ImportFaultDto {
  @ApiPropertyOptional({ type: 'integer', description: 'As a spreadsheet counts, the header included.' })
  row?: number;
  @ApiPropertyOptional({ type: String, description: 'JSON Pointer or XPath, where there are no rows.' })
  path?: string;
  @ApiPropertyOptional({ type: String }) field?: string;
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String, description: 'What was expected and what to do.' }) message: string;
  @ApiPropertyOptional({ type: String, description: 'What was found, cut to a readable length.' })
  value?: string;
}

export class LostColumnDto {
  @ApiProperty({ type: String, example: 'room' }) field: string;
  @ApiProperty({ type: 'integer', description: 'How many rows would lose their value.' }) rows: number;
}

export class RemovalsDto {
  @ApiProperty({ type: 'integer', description: 'How many would be withdrawn or removed.' }) sessions: number;
  @ApiProperty({ type: 'integer', description: 'How many are in the programme now.' }) of: number;
  @ApiProperty({ type: [String], example: ['A101 Opening lecture'], description: 'The first ten of them.' })
  first: string[];
}

export class OtherPersonDto {
  @ApiProperty({ type: String, example: '100001' }) badge: string;
  @ApiProperty({ type: String, example: 'Chidi Okafor', description: 'Whose it is now.' }) before: string;
  @ApiProperty({ type: String, example: 'Ann Smyth', description: 'Whose it is in the file.' }) after: string;
}

export class OtherPersonsDto {
  @ApiProperty({ type: 'integer', description: 'How many badges.' }) badges: number;
  @ApiProperty({ type: [OtherPersonDto], description: 'The first ten of them.' }) first: OtherPersonDto[];
}

export class ChangedFieldDto {
  @ApiProperty({ type: String, example: 'start' }) field: string;
  @ApiProperty({ type: String, description: 'In the zone of the activity, cut to a readable length.' })
  before: string;
  @ApiProperty({ type: String }) after: string;
}

const kinds = ['new', 'changed', 'withdrawn', 'removed'] as const;

export class ImportChangeDto {
  @ApiProperty({ enum: kinds }) kind: (typeof kinds)[number];
  @ApiProperty({ type: String, example: 'A101 Opening lecture' }) name: string;
  @ApiProperty({ type: [ChangedFieldDto] }) fields: ChangedFieldDto[];
}

export class ImportReportDto {
  @ApiProperty({ type: Boolean, description: 'False for a preview.' }) isApplied: boolean;
  @ApiProperty({ type: String }) fileName: string;
  @ApiProperty({ type: String, description: 'SHA-256 of the file, hexadecimal.' }) sha256: string;
  @ApiProperty({ type: 'integer', description: 'Rows or sessions that were read.' }) rowCount: number;
  @ApiProperty({ type: ImportCountsDto }) counts: ImportCountsDto;
  @ApiProperty({ type: [ImportFaultDto], description: 'At most 200.' }) faults: ImportFaultDto[];
  @ApiProperty({ type: 'integer', description: 'All of them.' }) faultCount: number;
  @ApiProperty({
    type: [LostColumnDto],
    description: 'What no row of the file says any more. It is applied only with `acceptLostColumns`.',
  })
  lostColumns: LostColumnDto[];
  @ApiProperty({
    type: RemovalsDto,
    nullable: true,
    description:
      'Sessions that are gone from the file, where they are at least two and more than a tenth of all. It is applied ' +
      'only with `acceptRemovals`. Null where they are fewer, and for registrants.',
  })
  removals: RemovalsDto | null;
  @ApiProperty({
    type: OtherPersonsDto,
    nullable: true,
    description:
      'Badges with another last name in the file, where neither the e-mail address nor the member number says that it ' +
      'is the same person. It is applied only with `acceptOtherPersons`. Null where there are none, and for programmes.',
  })
  otherPersons: OtherPersonsDto | null;
  @ApiProperty({ type: [ImportChangeDto], description: 'The first ten of each kind.' })
  changes: ImportChangeDto[];
}

export class ImportRunDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['programme', 'registrants'] }) kind: 'programme' | 'registrants';
  @ApiProperty({ type: String }) fileName: string;
  @ApiProperty({ type: String, description: 'SHA-256 of the file, hexadecimal.' }) sha256: string;
  @ApiProperty({ type: ImportCountsDto }) counts: ImportCountsDto;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
}

export class ImportRunPageDto {
  @ApiProperty({ type: [ImportRunDto] }) items: ImportRunDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Null at the end.' }) nextCursor: string | null;
}
