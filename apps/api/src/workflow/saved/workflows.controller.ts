import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { BodyLimit, LARGE_BODY_BYTES } from '../../http/body-limit.js';
import { IdParam } from '../../http/id-param.decorator.js';
import { ForStaff } from '../../identity/access.decorator.js';
import { ApiProblem } from '../../problem/api-problem.decorator.js';
import { Context } from '../../tenancy/context.decorator.js';
import type { StaffContext } from '../../tenancy/tenant-context.js';
import {
  RestoreWorkflowDto,
  SaveWorkflowDto,
  WorkflowDto,
  WorkflowRevisionContentDto,
  WorkflowRevisionsDto,
} from './workflow.dto.js';
import { revisionPipe } from './revision.pipe.js';
import { WorkflowEditingService } from './workflow-editing.service.js';
import { WorkflowRevisionsService } from './workflow-revisions.service.js';

@ApiTags('workflow')
@ApiParam({ name: 'activityId', format: 'uuid' })
@ForStaff('owner', 'admin')
@Controller('api/staff/activities/:activityId/workflow')
export class WorkflowsController {
  constructor(
    private readonly editing: WorkflowEditingService,
    private readonly revisions: WorkflowRevisionsService,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getWorkflow',
    summary:
      'The activity’s workflow in force, and every installed plugin with the schema of its configuration',
    description: 'Secrets are never sent: `secrets` names those that are set.',
  })
  @ApiOkResponse({ type: WorkflowDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found')
  read(@Context() context: StaffContext, @IdParam('activityId') activityId: string): Promise<WorkflowDto> {
    return this.editing.read(context, activityId);
  }

  @Put()
  @BodyLimit(LARGE_BODY_BYTES)
  @ApiOperation({
    operationId: 'saveWorkflow',
    summary: 'Saves the whole workflow as the activity’s next revision',
    description:
      'At most 100 steps, each plugin once, and at least one that is on. Refused whole, with every fault of every step, and when someone else ' +
      'saved in the meantime. Submitted claims stay with the revision they were decided by. Saving what is in ' +
      'force already changes nothing.',
  })
  @ApiOkResponse({ type: WorkflowDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found', 'request.invalid')
  @ApiProblem('workflow.changed', 'workflow.invalid')
  save(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
    @Body() { revision, steps }: SaveWorkflowDto,
  ): Promise<WorkflowDto> {
    return this.editing.save(context, activityId, revision, steps);
  }

  @Get('revisions')
  @ApiOperation({
    operationId: 'listWorkflowRevisions',
    summary: 'When the activity’s workflow was saved, by whom, and with which steps',
  })
  @ApiOkResponse({ type: WorkflowRevisionsDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found')
  async list(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
  ): Promise<WorkflowRevisionsDto> {
    return { items: await this.revisions.list(context, activityId) };
  }

  @Get('revisions/:revision')
  @ApiParam({ name: 'revision', type: 'integer' })
  @ApiOperation({
    operationId: 'getWorkflowRevision',
    summary: 'One revision of the activity’s workflow, with the configuration of its steps',
    description: 'Secrets are never sent: `secrets` names those that are set.',
  })
  @ApiOkResponse({ type: WorkflowRevisionContentDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found')
  readRevision(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
    @Param('revision', revisionPipe) revision: number,
  ): Promise<WorkflowRevisionContentDto> {
    return this.revisions.read(context, activityId, revision);
  }

  @Post('revisions/:revision/restore')
  @HttpCode(200)
  @ApiParam({ name: 'revision', type: 'integer' })
  @ApiOperation({
    operationId: 'restoreWorkflowRevision',
    summary: 'Puts an earlier revision of the workflow back, as the activity’s next one',
    description:
      'With the secrets that it had then. Refused as saving is: when someone else saved in the meantime, and with ' +
      'every fault where the revision would not be taken today. Restoring what is in force changes nothing.',
  })
  @ApiOkResponse({ type: WorkflowDto })
  @ApiProblem('sign_in.required', 'access.denied', 'not_found', 'request.invalid')
  @ApiProblem('workflow.changed', 'workflow.invalid')
  restore(
    @Context() context: StaffContext,
    @IdParam('activityId') activityId: string,
    @Param('revision', revisionPipe) revision: number,
    @Body() { revision: seen }: RestoreWorkflowDto,
  ): Promise<WorkflowDto> {
    return this.revisions.restore(context, activityId, revision, seen);
  }
}
