import { DynamicModule, Global, Inject, Module, OnApplicationShutdown } from '@nestjs/common';

import { Config } from '@desk/platform/config';

import { Connections } from './connections';
import { openConnections } from './data-source';
import { Database } from './database';
import { Schema } from './schema';
import { searchIndexFor, SearchIndex } from './search';
import { UnitOfWork } from './unit-of-work';

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(Connections) private readonly connections: Connections,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  static forSchema(schema: Schema): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: Connections,
          inject: [Config],
          useFactory: (config: Config) => openConnections(config.database, schema),
        },
        UnitOfWork,
        Database,
        { provide: SearchIndex, inject: [Database], useFactory: searchIndexFor },
      ],
      exports: [Connections, UnitOfWork, Database, SearchIndex],
    };
  }

  /** Last of all hooks: whatever still writes on its way out has done so. */
  async onApplicationShutdown(): Promise<void> {
    await this.unitOfWork.endEffects();
    await this.connections.close();
  }
}
