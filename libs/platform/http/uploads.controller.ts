import { Controller, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Can } from '@desk/platform/security';

import { Int, Text, Uuid } from './fields';
import { type FileRequest, onlyFile } from './only-file';
import { Post } from './writing-routes';

export class UploadView {
  @Uuid({ description: 'Goes into `upload_ids`.' })
  id!: string;

  @Text({ max: 255 })
  filename!: string;

  @Int({ description: 'Bytes.' })
  file_size!: number;

  @Text({ max: 100 })
  content_type!: string;
}

@ApiTags('uploads')
@Controller('uploads')
export class UploadsController {
  @Post()
  @Can('uploads.create')
  @ApiOperation({ operationId: 'uploadFile', summary: 'Brings one file, to be attached within a day' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiCreatedResponse({ type: UploadView })
  upload(@Req() request: FileRequest): UploadView {
    const upload = onlyFile(request);
    return {
      id: upload.id,
      filename: upload.filename,
      file_size: upload.file_size,
      content_type: upload.content_type,
    };
  }
}
