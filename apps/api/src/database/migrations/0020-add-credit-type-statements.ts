import type { MigrationInterface, QueryRunner } from 'typeorm';
import { withOwnerReading } from '../tenant-tables.js';

/**
 * What documents say of a credit type belongs to the type, for every type, and no longer to the society for AMA credit
 * alone. The society's own stays where it is, unread: the version before prints it.
 */
export class AddCreditTypeStatements1790000000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table credit_types add column is_italic boolean not null default false,
        add column statements jsonb not null default '{"credit":"","participation":""}'
    `);
    await withOwnerReading(queryRunner, 'tenant_profiles', () =>
      withOwnerReading(queryRunner, 'credit_types', async () => {
        await queryRunner.query(`
          update credit_types t set is_italic = true, statements = jsonb_build_object(
            'credit', coalesce(p.statements ->> 'designation', ''),
            'participation', 'This activity was designated for [maximum].')
          from tenant_profiles p
          where p.tenant_id = t.tenant_id and t.unit ->> 'one' like '%AMA PRA Category 1 Credit%'
        `);
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await withOwnerReading(queryRunner, 'tenant_profiles', () =>
      withOwnerReading(queryRunner, 'credit_types', () =>
        queryRunner.query(`
          update tenant_profiles p set statements = p.statements || jsonb_build_object('designation', coalesce(
            (select t.statements ->> 'credit' from credit_types t
             where t.tenant_id = p.tenant_id and t.is_italic order by t.position limit 1), ''))
        `),
      ),
    );
    await queryRunner.query(`alter table credit_types drop column is_italic, drop column statements`);
  }
}
