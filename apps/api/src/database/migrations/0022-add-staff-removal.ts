import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff who were removed: their rows stay, so that the audit log still names them. */
export class AddStaffRemoval1790000000022 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table staff_members add column removed_at timestamptz(3)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    // The version before knows no removed staff: they would work for the society again.
    await queryRunner.query(`
      do $$
      declare society record;
      begin
        for society in select id from tenants loop
          perform set_config('app.tenant_id', society.id::text, true);
          delete from staff_members where tenant_id = society.id and removed_at is not null;
        end loop;
      end $$
    `);
    await queryRunner.query(`alter table staff_members drop column removed_at`);
  }
}
