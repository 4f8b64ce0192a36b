export { ContentHash, type TableContent } from './content-hash';
export { Filling } from './filling';
export { NotToBeFilled, TransferMark } from './mark';
export { ForeignValue, type PortableRow } from './row-codec';
export { Snapshot } from './snapshot';
export { type ContentTable } from './tables';
