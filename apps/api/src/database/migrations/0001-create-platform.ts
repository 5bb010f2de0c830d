import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantPlatformTables } from '../tenant-tables.js';

/** Tenants and accounts: the tables without a tenant. */
export class CreatePlatform1790000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table tenants (
        id uuid not null,
        slug text not null,
        name text not null,
        hosts text[] not null default '{}',
        status text not null default 'active',
        created_at timestamptz(3) not null default now(),
        constraint uq_tenants_slug unique (slug),
        constraint pk_tenants primary key (id)
      )
    `);
    await queryRunner.query(`
      create table accounts (
        id uuid not null,
        email text not null,
        display_name text not null,
        password_hash text,
        created_at timestamptz(3) not null default now(),
        constraint uq_accounts_email unique (email),
        constraint pk_accounts primary key (id)
      )
    `);
    await grantPlatformTables(queryRunner, ['tenants', 'accounts']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table accounts`);
    await queryRunner.query(`drop table tenants`);
  }
}
