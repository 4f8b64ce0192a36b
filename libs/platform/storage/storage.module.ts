import { join } from 'node:path';

import { Global, Module } from '@nestjs/common';

import { Config } from '@desk/platform/config';

import { DiskFileStore } from './disk/disk-file-store';
import { FileStore } from './file-store';
import { Uploads } from './uploads';

@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [Config],
      useFactory: (config: Config) => new DiskFileStore(join(config.dataDir, 'files')),
    },
    Uploads,
  ],
  exports: [FileStore, Uploads],
})
export class StorageModule {}
