import { type Schema } from '@desk/platform/database';

import { Upload } from './upload.entity';
import { Uploads1700000000500 } from './uploads.migration';

export { DiskFileStore } from './disk/disk-file-store';
export { safeFileName } from './file-name';
export { FileStore, type ReceivedFile, type StoredFile } from './file-store';
export { StorageModule } from './storage.module';
export { Upload } from './upload.entity';
export { Uploads, type IncomingFile } from './uploads';

export const storageSchema: Schema = { entities: [Upload], migrations: [Uploads1700000000500] };
