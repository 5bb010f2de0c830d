import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The API's contract, as it is served and kept as a golden file. */
export const openApiDocument = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Laurel')
      .setDescription(
        [
          'Continuing-education credit, society by society. The host name says which society is meant; what',
          'belongs to another one does not exist here (404).',
          '',
          'Credit amounts are decimal numbers, e.g. 1.25. Instants are ISO 8601 in UTC, days are `YYYY-MM-DD`.',
          'Refusals are RFC 9457 problem documents with a stable `code`. Changes need the session’s token in',
          '`X-CSRF-Token`. 429 and 503 say in `Retry-After` when to come again.',
        ].join('\n'),
      )
      .setVersion('1')
      .addCookieAuth('laurel_session', { type: 'apiKey', in: 'cookie' }, 'learner')
      .addCookieAuth('laurel_staff', { type: 'apiKey', in: 'cookie' }, 'staff')
      .addBearerAuth()
      .build(),
    { ignoreGlobalPrefix: true },
  );

/** The document at /api/docs/json, and a page to read it at /api/docs. */
export function serveOpenApi(app: INestApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= openApiDocument(app)), {
    jsonDocumentUrl: 'api/docs/json',
    customSiteTitle: 'Laurel API',
  });
}
