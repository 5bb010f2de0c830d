import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { dateOrders, encodings } from '../file-settings.js';
import { PageQueryDto } from '../../../http/page-query.dto.js';

const modes = ['preview', 'apply'] as const;

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

/** A loss that is accepted by `true` in a query, and refused unless it is. */
const Acceptance = (description: string) =>
  applyDecorators(
    IsOptional(),
    Transform(({ value }: { value: unknown }) =>
      value === 'true' ? true : value === 'false' ? false : value,
    ),
    IsBoolean(),
    ApiPropertyOptional({ type: Boolean, default: false, description }),
  );

export class ImportOptionsDto {
  @IsIn(modes)
  @ApiProperty({ enum: modes, description: '`preview` writes nothing.' })
  mode: (typeof modes)[number];

  @IsOptional()
  @IsIn(encodings)
  @ApiPropertyOptional({ enum: encodings, description: 'UTF-8 unless a byte-order mark says otherwise.' })
  encoding?: (typeof encodings)[number];

  @Acceptance('Applies a file although values are lost that it does not state any more.')
  acceptLostColumns?: boolean;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @Matches(/^[A-Za-z]+(\.[a-z0-9-]+)?=./, { each: true, message: 'map must be like start=Begin time' })
  @MaxLength(200, { each: true })
  @ArrayMaxSize(60)
  @ApiPropertyOptional({
    type: [String],
    example: ['start=Begin time'],
    description: 'Takes a field from another column: `<field>=<header>`, as often as needed.',
  })
  map?: string[];
}

/** `<field>=<header>` by field; undefined where nothing is mapped. */
export const mappingOf = (map: readonly string[] | undefined): Record<string, string> | undefined =>
  map === undefined
    ? undefined
    : Object.fromEntries(
        map.map((entry) => {
          const at = entry.indexOf('=');
          return [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
        }),
      );

export class ProgrammeImportOptionsDto extends ImportOptionsDto {
  @Acceptance('Applies a programme although more than a tenth of the sessions are gone from it.')
  acceptRemovals?: boolean;

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

export class RegistrantImportOptionsDto extends ImportOptionsDto {
  @Acceptance(
    'Applies a list although badges are other people’s in it. They get the badges; claims stay with who made them.',
  )
  acceptOtherPersons?: boolean;
}

export class ImportRunsQueryDto extends PageQueryDto {}
