export { ThisProcess } from './this-process';
