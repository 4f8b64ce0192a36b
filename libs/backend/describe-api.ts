import { Config } from '@desk/platform/config';
import { createHttpApp, createOpenApiDocument } from '@desk/platform/http';

import { BackendModule } from './backend.module';

/** The OpenAPI document of the whole product. Nothing is opened and nothing is served. */
export async function describeApi(): Promise<object> {
  // A secret is given so that none is written to the data folder; nobody is signed in with it.
  const config = Config.from({ LOG_LEVEL: 'error', JWT_SECRET: 'for-the-document-only-signs-nothing' });
  const app = await createHttpApp(BackendModule.forRoles(config, ['http']), config, { preview: true });
  try {
    return createOpenApiDocument(app, '');
  } finally {
    await app.close();
  }
}
