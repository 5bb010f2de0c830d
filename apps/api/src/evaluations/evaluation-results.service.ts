import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { ProgrammeService } from '../catalogue/programme/programme.service.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { StaffContext } from '../tenancy/tenant-context.js';
import type { EvaluationResultsDto } from './dto/evaluation-results.dto.js';
import { EvaluationForm } from './evaluation-form.entity.js';
import type { Answers } from './form-definition.js';
import { BYTE_ORDER_MARK, ResultCsv } from './result-csv.js';
import { ResultTally } from './result-tally.js';

/** Answers that are read in one transaction. */
const PAGE = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface ResultRow {
  readonly id: string;
  readonly subject_id: string;
  readonly answers: Answers;
}

export interface ResultsQuestion {
  readonly activityId: string;
  readonly formKey: string;
  /** Of one session alone. */
  readonly offeringId: string | null;
}

/**
 * What was answered, counted. Complete answers count, and of anonymous forms those that have been mixed: so there
 * are never fewer than the form promises, and never fewer more than the last time.
 */
@Injectable()
export class EvaluationResultsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly activities: ActivitiesService,
    private readonly programmes: ProgrammeService,
  ) {}

  /** @throws DomainError `not_found` when the activity has no such form */
  async results(context: StaffContext, question: ResultsQuestion): Promise<EvaluationResultsDto> {
    const form = await this.form(context, question);
    const tally = new ResultTally(form.sections);
    for await (const rows of this.pages(context, form, question)) {
      for (const { answers } of rows) tally.add(answers);
    }
    const givenCount = await this.givenCount(context, form, question);
    return {
      formKey: form.key,
      title: form.title,
      scope: form.scope,
      isAnonymous: form.isAnonymous,
      minimumCount: form.isAnonymous ? form.minimumCount : null,
      givenCount,
      count: tally.count,
      sections: tally.results().map(({ questions, ...section }) => ({
        ...section,
        questions: questions.map(({ choices, rows, mean, texts, ...result }) => ({
          ...result,
          ...(choices === undefined ? {} : { choices: [...choices] }),
          ...(rows === undefined ? {} : { rows: rows.map((row) => ({ ...row, choices: [...row.choices] })) }),
          ...(mean === undefined ? {} : { mean }),
          ...(texts === undefined ? {} : { texts: [...texts] }),
        })),
      })),
    };
  }

  /** The same answers as CSV, one person a line without a name. @throws DomainError `not_found` */
  async csv(context: StaffContext, question: ResultsQuestion): Promise<Readable> {
    const form = await this.form(context, question);
    const titles = await this.titles(context, form);
    return Readable.from(this.lines(context, form, question, titles));
  }

  private async *lines(
    context: StaffContext,
    form: EvaluationForm,
    question: ResultsQuestion,
    titles: ReadonlyMap<string, string>,
  ): AsyncGenerator<string> {
    const csv = new ResultCsv(form.sections);
    yield BYTE_ORDER_MARK + csv.header('About');
    for await (const rows of this.pages(context, form, question)) {
      yield rows.map(({ subject_id: id, answers }) => csv.line(titles.get(id) ?? '', answers)).join('');
    }
  }

  /**
   * One transaction a page, so that a slow reader holds none open. Anonymous answers are one page: a mixing between
   * two would count some twice.
   */
  private async *pages(
    context: StaffContext,
    form: EvaluationForm,
    { offeringId }: ResultsQuestion,
  ): AsyncGenerator<ResultRow[]> {
    const source = form.isAnonymous ? 'anonymous_answers' : 'evaluation_responses';
    const counted = form.isAnonymous ? 'true' : 'is_complete';
    for (let after = FIRST; ;) {
      const rows = await this.database.transaction(context, (manager) =>
        manager.query<ResultRow[]>(
          `select id, subject_id, answers from ${source}
           where tenant_id = $1 and form_id = $2 and id > $3 and ${counted} and ($4::uuid is null or subject_id = $4)
           order by id ${form.isAnonymous ? '' : `limit ${PAGE}`}`,
          [context.tenant.id, form.id, after, offeringId],
        ),
      );
      if (rows.length > 0) yield rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE || form.isAnonymous) return;
      after = last.id;
    }
  }

  private async givenCount(
    context: StaffContext,
    form: EvaluationForm,
    { offeringId }: ResultsQuestion,
  ): Promise<number> {
    const rows = await this.database.transaction(context, (manager) =>
      manager.query<{ count: number }[]>(
        `select count(*)::integer as count from evaluation_responses
         where tenant_id = $1 and form_id = $2 and is_complete and ($3::uuid is null or subject_id = $3)`,
        [context.tenant.id, form.id, offeringId],
      ),
    );
    return rows[0]?.count ?? 0;
  }

  private async form(context: StaffContext, question: ResultsQuestion): Promise<EvaluationForm> {
    return this.database.transaction(context, async (manager) => {
      const form = await manager.findOneBy(EvaluationForm, {
        tenantId: context.tenant.id,
        activityId: question.activityId,
        key: question.formKey,
      });
      if (form === null) throw new DomainError('not_found');
      await this.refuseForeignOffering(manager, context, form, question);
      return form;
    });
  }

  private async refuseForeignOffering(
    manager: EntityManager,
    context: StaffContext,
    form: EvaluationForm,
    { activityId, offeringId }: ResultsQuestion,
  ): Promise<void> {
    if (offeringId === null) return;
    const isThere =
      form.scope === 'offering' &&
      (await this.programmes.hasOffering(manager, context, activityId, offeringId));
    if (!isThere) throw new DomainError('not_found');
  }

  /** What the first column says: the session's title, or the activity's. */
  private async titles(context: StaffContext, form: EvaluationForm): Promise<ReadonlyMap<string, string>> {
    return this.database.transaction(context, async (manager) => {
      const activity = await this.activities.find(manager, context, form.activityId);
      if (form.scope !== 'offering') return new Map([[activity.id, activity.title]]);
      const programme = await this.programmes.programmeOf(manager, context, activity);
      return new Map(programme.offerings.map(({ id, title }) => [id, title]));
    });
  }
}
