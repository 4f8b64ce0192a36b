// npm run build [-- api worker cli console portal]: builds what is missing or stale.
import { build } from './lib/build.mjs';

process.exitCode = build(process.argv.slice(2)) ? 0 : 1;
