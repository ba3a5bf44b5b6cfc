import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';

type Schema = NonNullable<Parameters<typeof SwaggerModule.createDocument>[1]['components']>['schemas'] extends Record<string, infer S> | undefined ? S : never;

/** A contract's schema in OpenAPI's words, as it is written by a client. */
export const schemaOf = (schema: z.ZodType): Exclude<Schema, { $ref: string }> =>
  z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input', unrepresentable: 'any' }) as Exclude<Schema, { $ref: string }>;

/** `/api/docs` for people, `/api/docs-json` for programs. */
export function describeApi(app: INestApplication): void {
  const outline = new DocumentBuilder()
    .setTitle('Yaji')
    .setDescription('Planning, joining and files of a salon. The live room itself is spoken over Socket.IO: see docs/protocol.md.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'the token of POST /api/join' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'the token in an invitation link' }, 'invitation')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'printed by `npm start`' }, 'operator')
    .build();
  const document = SwaggerModule.createDocument(app, outline, { standardSchemaConverter: (schema) => (schema instanceof z.ZodType ? { schema: schemaOf(schema) } : undefined) });
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/docs-json', customSiteTitle: 'Yaji API' });
}
