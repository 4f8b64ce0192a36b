export { noteRequests } from './note-requests';
export { RequestLog } from './request-log';
export {
  REQUEST_LOG_SORTS,
  type RequestLogFilters,
  RequestLogList,
  type RequestLogRow,
  type RequestLogSort,
} from './request-log-list';
