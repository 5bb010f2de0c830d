import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** Evaluations whose answers cannot be linked to who gave them. */
export class CreateAnonymousEvaluations1790000000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table evaluation_forms add column is_anonymous boolean not null default false,
        add column minimum_count integer not null default '5'
    `);
    await queryRunner.query(`alter table evaluation_responses add column ticket uuid`);
    await queryRunner.query(
      `create index ix_evaluation_responses_form_id_subject_id on evaluation_responses (tenant_id, form_id, subject_id)`,
    );
    for (const [table, content] of [
      ['sealed_answers', 'sealed text not null'],
      ['anonymous_answers', 'answers jsonb not null'],
    ]) {
      await queryRunner.query(`
        create table ${table} (
          tenant_id uuid not null,
          id uuid not null,
          form_id uuid not null,
          subject_id uuid not null,
          ${content},
          constraint pk_${table} primary key (tenant_id, id),
          constraint fk_${table}_form_id foreign key (tenant_id, form_id) references evaluation_forms(tenant_id,id) on delete cascade
        )
      `);
      await queryRunner.query(
        `create index ix_${table}_form_id_subject_id on ${table} (tenant_id, form_id, subject_id)`,
      );
    }
    // Sealed text does not get smaller, and trying would make equal lengths unequal.
    await queryRunner.query(`alter table sealed_answers alter column sealed set storage external`);
    await protectTenantTables(queryRunner, ['sealed_answers', 'anonymous_answers']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table anonymous_answers`);
    await queryRunner.query(`drop table sealed_answers`);
    await queryRunner.query(`drop index ix_evaluation_responses_form_id_subject_id`);
    await queryRunner.query(`alter table evaluation_responses drop column ticket`);
    await queryRunner.query(
      `alter table evaluation_forms drop column minimum_count, drop column is_anonymous`,
    );
  }
}
