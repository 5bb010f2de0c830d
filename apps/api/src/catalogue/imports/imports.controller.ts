import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  type ApiBodyOptions,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { UPLOAD_DEADLINE_MILLISECONDS } from '../../http/body-deadline.js';
import { SlowRoute } from '../../http/slow-route.decorator.js';
import { IdParam } from '../../http/id-param.decorator.js';
import { ForStaff } from '../../identity/access.decorator.js';
import { ApiProblem } from '../../problem/api-problem.decorator.js';
import { Context } from '../../tenancy/context.decorator.js';
import type { StaffContext } from '../../tenancy/tenant-context.js';
import type { DurationCredit } from '../activity.entity.js';
import { PROGRAMME_LIMITS, REGISTRANT_LIMITS } from '../importers/index.js';
import {
  ImportOptionsDto,
  ImportRunsQueryDto,
  mappingOf,
  ProgrammeImportOptionsDto,
  RegistrantImportOptionsDto,
} from './dto/import-options.dto.js';
import { ImportReportDto, ImportRunPageDto } from './dto/import-report.dto.js';
import type { ImportReport } from './import-report.js';
import { ImportRunsService } from './import-runs.service.js';
import { ProgrammeImportService } from './programme-import.service.js';
import { RegistrantImportService } from './registrant-import.service.js';
import { withUploadedFile } from './uploaded-file.js';

const ONE_FILE: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  },
};

@ApiTags('imports')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForStaff('owner', 'admin', 'editor')
@Controller('api/staff/activities/:activityId/imports')
export class ImportsController {
  constructor(
    private readonly programmes: ProgrammeImportService,
    private readonly registrants: RegistrantImportService,
    private readonly runs: ImportRunsService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listImports', summary: 'The imports that were carried out, newest first' })
  @ApiOkResponse({ type: ImportRunPageDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found')
  async list(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
    @Query() { cursor, limit = 20 }: ImportRunsQueryDto,
  ): Promise<ImportRunPageDto> {
    const page = await this.runs.list(context, activityId, {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return {
      items: page.items.map(({ id, kind, fileName, sha256, counts, createdAt }) => ({
        id,
        kind,
        fileName,
        sha256,
        counts,
        createdAt: createdAt.toString(),
      })),
      nextCursor: page.nextCursor,
    };
  }

  @Post('programme')
  @HttpCode(200)
  @SlowRoute({ bodyDeadline: UPLOAD_DEADLINE_MILLISECONDS })
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOperation({
    operationId: 'importProgramme',
    summary: 'Previews or applies a programme: CSV, or frab/pretalx JSON or XML',
    description:
      'At most 64 MB and 20,000 sessions. All of it is taken or nothing; importing the same file again changes ' +
      'nothing. A preview answers faults in its report, applying refuses the file with them.',
  })
  @ApiOkResponse({ type: ImportReportDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found', 'request.invalid', 'request.too_large')
  @ApiProblem('import.refused', 'import.loses_columns', 'import.removes_sessions')
  importProgramme(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
    @Query() query: ProgrammeImportOptionsDto,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    const { mode, dateOrder, acceptRemovals } = query;
    const durationCredit = durationCreditOf(query);
    return withUploadedFile(request, PROGRAMME_LIMITS.maxBytes, (stream, fileName) =>
      this.programmes[mode](context, activityId, stream, {
        fileName,
        ...common(query),
        ...(acceptRemovals === undefined ? {} : { acceptsRemovals: acceptRemovals }),
        ...(dateOrder === undefined ? {} : { dateOrder }),
        ...(durationCredit === undefined ? {} : { durationCredit }),
      }),
    );
  }

  // Whoever writes badges, names and addresses can sign in as the people they belong to.
  @Post('registrants')
  @ForStaff('owner', 'admin')
  @HttpCode(200)
  @SlowRoute({ bodyDeadline: UPLOAD_DEADLINE_MILLISECONDS })
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @ApiOperation({
    operationId: 'importRegistrants',
    summary: 'Previews or applies a list of registrants: CSV',
    description:
      'At most 512 MB and 1,000,000 rows. A person is recognised by badge, member number, or e-mail address and ' +
      'name. Registrants who are gone from the file stay registered. For owners and admins.',
  })
  @ApiOkResponse({ type: ImportReportDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found', 'request.invalid', 'request.too_large')
  @ApiProblem('import.refused', 'import.loses_columns', 'import.gives_badges_away')
  importRegistrants(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
    @Query() { mode, acceptOtherPersons, ...options }: RegistrantImportOptionsDto,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    return withUploadedFile(request, REGISTRANT_LIMITS.maxBytes, (stream, fileName) =>
      this.registrants[mode](context, activityId, stream, {
        fileName,
        ...common(options),
        ...(acceptOtherPersons === undefined ? {} : { acceptsOtherPersons: acceptOtherPersons }),
      }),
    );
  }
}

type CommonOptions = {
  [Key in 'encoding' | 'acceptLostColumns' | 'map']?: ImportOptionsDto[Key] | undefined;
};

/** What both imports are told alike. */
const common = ({ encoding, acceptLostColumns, map }: CommonOptions) => {
  const mapping = mappingOf(map);
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(acceptLostColumns === undefined ? {} : { acceptsLostColumns: acceptLostColumns }),
    ...(mapping === undefined ? {} : { mapping }),
  };
};

/** Undefined: as the activity says. */
function durationCreditOf({
  creditTypes,
  minutesPerCredit = 60,
  exceptTypes = [],
}: Pick<ProgrammeImportOptionsDto, 'creditTypes' | 'minutesPerCredit' | 'exceptTypes'>):
  DurationCredit | null | undefined {
  if (creditTypes === undefined) return undefined;
  return creditTypes.length === 0 ? null : { creditTypes, minutesPerCredit, exceptTypes };
}
