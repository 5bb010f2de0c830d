import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const modes = ['preview', 'apply'] as const;
const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const dateOrders = ['mdy', 'dmy'] as const;

/** `a,b` in a query, or the parameter given twice. */
const List = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string'
      ? value
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== '')
      : value,
  );

export class ImportOptionsDto {
  @IsIn(modes)
  @ApiProperty({ enum: modes, description: '`preview` writes nothing.' })
  mode: (typeof modes)[number];

  @IsOptional()
  @IsIn(encodings)
  @ApiPropertyOptional({ enum: encodings, description: 'UTF-8 unless a byte-order mark says otherwise.' })
  encoding?: (typeof encodings)[number];
}

export class ProgrammeImportOptionsDto extends ImportOptionsDto {
  @IsOptional()
  @IsIn(dateOrders)
  @ApiPropertyOptional({ enum: dateOrders, description: 'How `3/4/2026` is read; month first by default.' })
  dateOrder?: (typeof dateOrders)[number];

  @IsOptional()
  @List()
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  @ArrayMaxSize(20)
  @ApiPropertyOptional({
    type: String,
    example: 'ama-pra-1,participation',
    description:
      'Credit types that sessions earn by their duration where the file states no credits; without it as the ' +
      'activity says. Empty: none.',
  })
  creditTypes?: string[];

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(600)
  @ApiPropertyOptional({ type: 'integer', example: 60, description: 'Minutes that make one credit.' })
  minutesPerCredit?: number;

  @IsOptional()
  @List()
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  @ArrayMaxSize(100)
  @ApiPropertyOptional({
    type: String,
    example: 'Break,Exhibits',
    description: 'Session types that carry no credit by duration.',
  })
  exceptTypes?: string[];
}

export class ImportRunsQueryDto {
  @IsOptional()
  @IsUUID()
  @ApiPropertyOptional({ type: String, description: '`nextCursor` of the page before.' })
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  @ApiPropertyOptional({ type: 'integer', default: 20, minimum: 1, maximum: 100 })
  limit?: number;
}
