export { ApiProblem } from './api-problem';
export { belowPrefix, createHttpApp } from './configure-app';
export { decodeCursor, encodeCursor, type Cursor } from './cursor';
export * from './fields';
export { HttpModule } from './http.module';
export { httpSchema } from './idempotency.entity';
export { etagOf, IfMatch } from './if-match';
export { Filter, likePattern, Listing, type ListPage, type SortColumn } from './listing';
export { createOpenApiDocument } from './openapi';
export {
  ApiPage,
  COUNT_CAP,
  MAX_PAGE_SIZE,
  PAGE_SIZE,
  PageQuery,
  toPage,
  type Page,
  type Slice,
} from './page';
export { IntId, UuidId } from './path-ids';
export { Problem } from './problem';
export { CountsByItself, Guessable } from './throttle.guard';
export { Throttles } from './throttles';
export { UploadView } from './uploads.controller';
export { createValidationPipe } from './validation.pipe';
export { Delete, Patch, Post, Put } from './writing-routes';
