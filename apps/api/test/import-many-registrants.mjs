// Imports many made-up registrants twice in a process of its own, and prints how much memory that took.
import 'reflect-metadata';
import path from 'node:path';
import { Readable } from 'node:stream';

const [, , count, tenantId, activityId] = process.argv;
const dist = (file) => import(path.resolve(import.meta.dirname, '../../../dist/apps/api/src', file));

const { createDataSource } = await dist('database/data-source.js');
const { TenantDatabase } = await dist('database/tenant-database.js');
const { AuditService } = await dist('audit/audit.service.js');
const { ImportRunsService } = await dist('catalogue/imports/import-runs.service.js');
const { RegistrantImportService } = await dist('catalogue/imports/registrant-import.service.js');

const dataSource = createDataSource({
  url: process.env.DATABASE_URL,
  poolSize: 2,
  applicationName: 'import test',
});
await dataSource.initialize();
const database = new TenantDatabase(dataSource);
const service = new RegistrantImportService(database, new ImportRunsService(database, new AuditService()));
const context = {
  tenant: { id: tenantId, slug: 'test', name: 'Test' },
  actor: { kind: 'system', purpose: 'test' },
};

function* rows() {
  yield 'Badge,First name,Last name,Credentials,Profession,Email,Tier,Member number,NPI\n';
  for (let index = 0; index < Number(count); index++) {
    const member = index % 3 === 0 ? '' : `M${index}`;
    const mail = index % 5 === 0 ? '' : `person${index}@hospital.example`;
    yield `${500000 + index},Given${index % 997},Family-${index},MD,Physician,${mail},Standard,${member},\n`;
  }
}

let steps = 0;
const started = performance.now();
const reports = [];
for (let round = 0; round < 2; round++) {
  reports.push(
    await service.apply(context, activityId, Readable.from(rows()), {
      fileName: 'many.csv',
      onProgress: () => steps++,
    }),
  );
}
await dataSource.destroy();
console.log(
  JSON.stringify({
    reports,
    steps,
    maxRssBytes: process.resourceUsage().maxRSS * 1024,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  }),
);
