import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims of earned credit are listed by the years in which it was earned. */
export class CreateEarnedYears1790000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table claims add column earned_years integer array not null default '{}'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table claims drop column earned_years`);
  }
}
