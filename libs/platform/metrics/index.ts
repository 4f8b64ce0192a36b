export { countDatabaseError, requestDurations } from './counts';
export { Measure, MEASURE, type MeasureOptions } from './measure.decorator';
export { Measures } from './measures';
