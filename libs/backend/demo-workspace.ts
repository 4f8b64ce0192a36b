/** What the API process may know of the demo: how to fill a database with it. */
export { loadDemo } from './demo/load-demo';
