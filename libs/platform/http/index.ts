export { ApiProblem } from './api-problem';
export { belowPrefix, createHttpApp } from './configure-app';
export { csvFile } from './csv';
export { decodeCursor, encodeCursor, type Cursor } from './cursor';
export * from './fields';
export { HttpModule } from './http.module';
export { httpSchema } from './http-schema';
export { etagOf, IfMatch } from './if-match';
export { beginningPattern, Filter, likePattern, Listing, type ListPage, type SortColumn } from './listing';
export { type FileRequest, onlyFile } from './only-file';
export { createOpenApiDocument } from './openapi';
export {
  ApiPage,
  COUNT_CAP,
  MAX_PAGE_SIZE,
  PAGE_SIZE,
  PageQuery,
  toOnePage,
  toPage,
  type Page,
  type Slice,
} from './page';
export { IntId, UuidId } from './path-ids';
export { Problem } from './problem';
export {
  REQUEST_LOG_SORTS,
  RequestLog,
  type RequestLogFilters,
  RequestLogList,
  type RequestLogRow,
  type RequestLogSort,
} from './request-log';
export { CountsByItself, Guessable } from './throttle.guard';
export { Throttles } from './throttles';
export { UploadView } from './uploads.controller';
export { createValidationPipe } from './validation.pipe';
export { Delete, Patch, Post, Put } from './writing-routes';
