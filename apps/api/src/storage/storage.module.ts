import { Global, Module } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { FileStorage } from './file-storage.js';
import { FolderStorage } from './folder-storage.js';
import { S3Storage } from './s3-storage.js';

@Global()
@Module({
  providers: [
    {
      provide: FileStorage,
      inject: [Environment],
      useFactory: ({ storage }: Environment): FileStorage =>
        storage.kind === 's3' ? new S3Storage(storage) : new FolderStorage(storage.folder),
    },
  ],
  exports: [FileStorage],
})
export class StorageModule {}
