import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { type ProblemCode, problems } from './problem-codes.js';

export class FaultDto {
  @ApiProperty({ type: String, required: false, description: 'Path of the field.' }) field?: string;
  @ApiProperty({ type: Number, required: false, description: 'Row of an imported file, header counted.' })
  row?: number;
  @ApiProperty({ type: String }) code: string;
  @ApiProperty({ type: String }) message: string;
}

/** RFC 9457. Show `detail`, or `title` where there is none. */
export class ProblemDto {
  @ApiProperty({ type: String, example: '/problems/not_found' }) type: string;
  @ApiProperty({ type: String }) title: string;
  @ApiProperty({ type: Number }) status: number;
  @ApiProperty({ type: String, enum: Object.keys(problems), enumName: 'ProblemCode' }) code: ProblemCode;
  @ApiProperty({ type: String, required: false }) detail?: string;
  @ApiProperty({ type: [FaultDto], required: false }) faults?: FaultDto[];
  @ApiProperty({ type: String }) requestId: string;
}

/** Documents the refusals of an endpoint by their codes; several of one status share one response. */
export const ApiProblem = (...codes: ProblemCode[]) => {
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...[...byStatus].map(([status, group]) =>
      ApiResponse({
        status,
        description: group.map((code) => `\`${code}\`: ${problems[code].title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
      }),
    ),
  );
};
