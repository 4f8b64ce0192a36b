import { Controller, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { invalidField } from '@desk/platform/errors';
import { Can, DeskRequest } from '@desk/platform/security';
import { Upload } from '@desk/platform/storage';

import { Int, Text, Uuid } from './fields';
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
  upload(@Req() request: DeskRequest & { uploads?: Upload[] }): UploadView {
    const [upload] = request.uploads ?? [];
    if (upload === undefined || request.uploads?.length !== 1) {
      throw invalidField('file', 'required', 'Send exactly one file, as multipart/form-data');
    }
    return {
      id: upload.id,
      filename: upload.filename,
      file_size: upload.file_size,
      content_type: upload.content_type,
    };
  }
}
