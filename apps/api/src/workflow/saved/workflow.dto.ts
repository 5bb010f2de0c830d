import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** More rules than a person can keep apart are a mistake. */
const MOST_STEPS = 100;

const CONFIG = { type: 'object', additionalProperties: true } as const;

export class WorkflowStepDto {
  @ApiProperty({ type: String, description: 'The key of an installed plugin; once in a workflow.' })
  @IsString()
  @MaxLength(100)
  plugin: string;

  @ApiProperty({ type: Boolean, description: 'A step that is off is never asked.' })
  @IsBoolean()
  isEnabled: boolean;

  @ApiProperty({
    ...CONFIG,
    description:
      'As the plugin’s schema says. A secret that is left out stays, also when its step was taken out and comes back ' +
      'with the same addresses; `null` takes it out.',
  })
  @IsObject()
  config: Record<string, unknown>;
}

export class SaveWorkflowDto {
  @ApiProperty({ type: 'integer', description: 'The revision that the change is based on; 0 for the first.' })
  @IsInt()
  @Min(0)
  revision: number;

  @ApiProperty({ type: [WorkflowStepDto], description: 'In the order in which they are asked.' })
  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @ValidateNested({ each: true })
  @Type(() => WorkflowStepDto)
  steps: WorkflowStepDto[];
}

export class StoredStepDto extends WorkflowStepDto {
  @ApiProperty({ type: [String], description: 'Paths of the secrets that are set; they are never sent.' })
  secrets: string[];

  @ApiPropertyOptional({ type: String, description: 'Why the step fails, when it does.' })
  fault?: string;
}

export class PluginDto {
  @ApiProperty({ type: String }) key: string;
  @ApiProperty({ type: String }) version: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: String }) description: string;
  @ApiProperty({ type: [String], example: ['offer', 'require'] }) stages: string[];
  @ApiProperty({
    ...CONFIG,
    description: 'JSON Schema of the configuration, with titles, help and defaults.',
  })
  schema: object;
}

export class ListedStepDto {
  @ApiProperty({ type: String }) plugin: string;
  @ApiProperty({ type: Boolean }) isEnabled: boolean;
}

export class WorkflowAuthorDto {
  @ApiProperty({ type: String, format: 'uuid' }) id: string;
  @ApiProperty({ type: String }) name: string;
}

class SavedRevisionDto {
  @ApiProperty({ type: 'integer' }) revision: number;
  @ApiProperty({ type: String, format: 'date-time' }) savedAt: string;
  @ApiProperty({
    type: WorkflowAuthorDto,
    nullable: true,
    description: 'Who of the staff saved it; `null`: the operator, on the command line.',
  })
  savedBy: WorkflowAuthorDto | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'The revision that was put back with it; `null`: none.',
  })
  restoredFrom: number | null;
}

export class WorkflowRevisionDto extends SavedRevisionDto {
  @ApiProperty({ type: [ListedStepDto] }) steps: ListedStepDto[];
}

export class WorkflowRevisionContentDto extends SavedRevisionDto {
  @ApiProperty({ type: [StoredStepDto] }) steps: StoredStepDto[];
}

export class RestoreWorkflowDto {
  @ApiProperty({ type: 'integer', description: 'The revision in force that the person saw.' })
  @IsInt()
  @Min(1)
  revision: number;
}

export class WorkflowDto {
  @ApiProperty({ type: 'integer', description: '0 while nothing was saved.' }) revision: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) savedAt: string | null;
  @ApiProperty({ type: [StoredStepDto] }) steps: StoredStepDto[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'That nothing can be claimed, and what to do; `null`: a step is on.',
  })
  notice: string | null;
  @ApiProperty({
    type: [PluginDto],
    description: 'Every installed plugin, whether the workflow has it or not.',
  })
  plugins: PluginDto[];
}

export class WorkflowRevisionsDto {
  @ApiProperty({ type: [WorkflowRevisionDto], description: 'Newest first, at most 200.' })
  items: WorkflowRevisionDto[];
}
