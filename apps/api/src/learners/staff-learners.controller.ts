import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TenantDatabase } from '../database/tenant-database.js';
import { ForStaff } from '../identity/access.decorator.js';
import { ApiProblem } from '../problem/api-problem.decorator.js';
import { Context } from '../tenancy/context.decorator.js';
import type { StaffContext } from '../tenancy/tenant-context.js';
import { displayName } from './display-name.js';
import {
  StaffLearnersDto,
  StaffLearnersQueryDto,
  type StaffRegistrationDto,
} from './dto/staff-learner.dto.js';
import { FOUND_LEARNERS } from './found-learners.js';

const MOST = 50;

interface LearnerRow {
  readonly id: string;
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly credentials: string;
  readonly profession: string;
  readonly memberNumber: string | null;
  readonly registrations: StaffRegistrationDto[];
}

@ApiTags('staff')
@ForStaff('owner', 'admin', 'support')
@Controller('api/staff/learners')
export class StaffLearnersController {
  constructor(private readonly database: TenantDatabase) {}

  @Get()
  @ApiOperation({ operationId: 'findLearners', summary: 'Learners of the society by badge or name' })
  @ApiOkResponse({ type: StaffLearnersDto })
  @ApiProblem('sign_in.required', 'access.denied', 'request.invalid')
  async find(
    @Context() context: StaffContext,
    @Query() { search }: StaffLearnersQueryDto,
  ): Promise<StaffLearnersDto> {
    const rows = await this.database.transaction(context, (manager) =>
      manager.query<LearnerRow[]>(
        `select l.id, l.display_name as name, l.first_name as "firstName", l.last_name as "lastName", l.credentials,
           l.profession, l.member_number as "memberNumber",
           (select coalesce(json_agg(json_build_object('activityId', a.id, 'activityCode', a.code, 'badge', r.badge,
               'tier', r.tier) order by a.code, r.badge), '[]')
            from registrations r join activities a on a.tenant_id = $1 and a.id = r.activity_id
            where r.tenant_id = $1 and r.learner_id = l.id) as registrations
         from learners l where l.tenant_id = $1 and l.id in (${FOUND_LEARNERS('$2')})
         order by l.last_name, l.first_name, l.id limit ${String(MOST)}`,
        [context.tenant.id, search.trim()],
      ),
    );
    return {
      items: rows.map(({ firstName, lastName, ...row }) => ({
        ...row,
        registeredName: displayName(firstName, lastName),
      })),
    };
  }
}
