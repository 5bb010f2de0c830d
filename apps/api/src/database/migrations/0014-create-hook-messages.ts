import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** What outside systems pushed already, and how polls of them go on. */
export class CreateHookMessages1790000000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table hook_messages (
        tenant_id uuid not null,
        activity_id uuid not null,
        plugin text not null,
        message_id text not null,
        answer jsonb not null,
        received_at timestamptz(3) not null default now(),
        constraint pk_hook_messages primary key (tenant_id, activity_id, plugin, message_id),
        constraint fk_hook_messages_activity_id foreign key (tenant_id, activity_id) references activities(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(
      `create index ix_hook_messages_received_at on hook_messages (tenant_id, received_at)`,
    );
    await protectTenantTables(queryRunner, ['hook_messages']);
    await queryRunner.query(`
      alter table poll_states add column failures integer not null default '0',
        add column leased_until timestamptz(3),
        add column config_hash text
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table poll_states drop column failures, drop column leased_until, drop column config_hash`,
    );
    await queryRunner.query(`drop table hook_messages`);
  }
}
