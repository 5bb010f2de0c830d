import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { v4 as randomUuid } from 'uuid';
import { TenantDatabase } from '../database/tenant-database.js';
import { JobQueue } from '../jobs/job-queue.js';
import { SealBroken, Sealing } from '../sealing/sealing.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { AnonymousAnswer } from './anonymous-answer.entity.js';
import { unpackAnswers } from './answer-envelope.js';
import type { Answers } from './form-definition.js';
import { inRandomOrder } from './random-order.js';
import { SealedAnswer } from './sealed-answer.entity.js';

/** The job that opens and mixes what waits for a form and subject; its data is `{ formId, subjectId }`. */
export const PUBLISH_ANSWERS = 'evaluations.publish';
/** Answers that come within it are mixed together: larger crowds, and less rewriting when all answer at once. */
export const PUBLISH_DELAY_SECONDS = 60;

const ROWS_AT_ONCE = 500;
/** After a rush the rest goes into the next mixing. */
const ENOUGH_AT_ONCE = 500;
/** An envelope has 44 kB. */
const SEALED_AT_ONCE = 500;

/**
 * Brings sealed answers to the others once there are enough. All answers of the form and subject, old and new, are
 * written anew in one transaction and in random order, so that whoever sees the tables before and after knows only
 * that this many people gave these answers.
 */
@Injectable()
export class AnonymousPublishing implements OnModuleInit {
  private readonly logger = new Logger('Evaluations');

  constructor(
    private readonly database: TenantDatabase,
    private readonly sealing: Sealing,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.register(PUBLISH_ANSWERS, { retryLimit: 10, concurrency: 1 }, async (context, data) => {
      const about = { formId: String(data.formId), subjectId: String(data.subjectId) };
      while ((await this.publish(context, about)) >= ENOUGH_AT_ONCE);
    });
  }

  /** @returns how many answers were added; 0 while too few wait. May be repeated. */
  async publish(
    context: TenantContext,
    about: { readonly formId: string; readonly subjectId: string },
  ): Promise<number> {
    return this.database.transaction(context, async (manager) => {
      const minimumCount = await this.lockForm(manager, context, about.formId);
      if (minimumCount === null) return 0;
      const where = { tenantId: context.tenant.id, ...about };
      const opened = await this.openWaiting(manager, context, where);
      if (opened.length < minimumCount) return 0;
      const published = await manager.findBy(AnonymousAnswer, where);
      await manager.delete(AnonymousAnswer, where);
      await manager.delete(
        SealedAnswer,
        opened.map(({ id }) => ({ tenantId: context.tenant.id, id })),
      );
      const mixed = inRandomOrder([...published, ...opened]).map(({ answers }) => ({
        ...where,
        id: randomUuid(),
        answers,
      }));
      for (let from = 0; from < mixed.length; from += ROWS_AT_ONCE) {
        await manager.insert(AnonymousAnswer, mixed.slice(from, from + ROWS_AT_ONCE));
      }
      return opened.length;
    });
  }

  /** Page by page until there are enough or none is left, since a page may hold none that can be opened. */
  private async openWaiting(
    manager: EntityManager,
    context: TenantContext,
    where: Pick<SealedAnswer, 'tenantId' | 'formId' | 'subjectId'>,
  ): Promise<readonly { readonly id: string; readonly answers: Answers }[]> {
    const opened: { readonly id: string; readonly answers: Answers }[] = [];
    let after: string | undefined;
    while (opened.length < ENOUGH_AT_ONCE) {
      const page = await manager.find(SealedAnswer, {
        where: after === undefined ? where : { ...where, id: MoreThan(after) },
        order: { id: 'asc' },
        take: SEALED_AT_ONCE,
      });
      for (const row of page) {
        const answers = this.unseal(context, row);
        if (answers !== null) opened.push({ id: row.id, answers });
      }
      if (page.length < SEALED_AT_ONCE) break;
      after = page.at(-1)?.id;
    }
    return opened;
  }

  /** One mixing of a form at a time; answers may come meanwhile. Null when the form is gone. */
  private async lockForm(
    manager: EntityManager,
    context: TenantContext,
    formId: string,
  ): Promise<number | null> {
    const rows: { minimum_count: number }[] = await manager.query(
      `select minimum_count from evaluation_forms where tenant_id = $1 and id = $2 for no key update`,
      [context.tenant.id, formId],
    );
    return rows[0]?.minimum_count ?? null;
  }

  /** One that cannot be opened stays as it is and holds nobody up: its key may come back. */
  private unseal(context: TenantContext, { sealed }: SealedAnswer): Answers | null {
    try {
      return unpackAnswers(this.sealing.open(context, sealed));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      this.logger.error({
        err: error,
        tenant: context.tenant.slug,
        msg: 'An anonymous answer cannot be opened',
      });
      return null;
    }
  }
}
