export { beginning, oneLine } from './text';
