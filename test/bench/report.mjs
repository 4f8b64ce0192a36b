import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const BEGIN = '<!-- figures: written by npm run bench -- --write -->';
const END = '<!-- end of figures -->';

/** The share of its limit that each scenario aims at. */
const AIMS = {
  creation: { limit: 'limit: insert', share: 0.2 },
  list: { limit: 'limit: page', share: 0.25 },
};

/** The figures as Markdown tables, limits first. */
export function tables({ sizes, rounds, seconds, connections, results, memoryMb, startMs }) {
  const find = (what, size) => results.find((result) => result.what === what && result.size === size);
  const [small, large] = sizes;
  const rows = results.map((result) => [
    result.what,
    result.size.toLocaleString('en'),
    result.rate.toFixed(0),
    result.p50.toFixed(1),
    result.p95.toFixed(1),
    result.p99.toFixed(1),
    shareOf(result, find),
    result.drainedAfter.toFixed(1),
  ]);
  const growth = ['creation', 'list', 'detail', 'reply'].map((what) => {
    const factor = find(what, small).rate / find(what, large).rate;
    return `${what} ${factor.toFixed(2)}x`;
  });
  const spread = results.map(({ what, size, rates }) => {
    return `${what} at ${size.toLocaleString('en')} ${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`;
  });
  const memory = sizes.map(
    (size) => `${memoryMb[size].toFixed(0)} MB at ${size.toLocaleString('en')} tickets`,
  );
  return [
    `Node ${process.version}, ${cpus().length} processor cores, ${(totalmem() / 1e9).toFixed(0)} GB of memory. ` +
      `${connections} kept-alive connections, median of ${rounds} round(s) of ${seconds} s.`,
    '',
    table(
      ['request', 'tickets', 'per second', 'p50 ms', 'p95 ms', 'p99 ms', 'of its limit', 's to drain'],
      rows,
    ),
    '',
    `- Slower at ${large.toLocaleString('en')} tickets than at ${small.toLocaleString('en')} by: ${growth.join(', ')} (aim: at most 1.5x).`,
    `- Resident memory, the most seen under load: ${memory.join(', ')} (aim: under 250 MB).`,
    `- From \`npm start\` to the first page: ${startMs.map((ms) => `${(ms / 1000).toFixed(2)} s`).join(', ')} (aim: under 1.5 s).`,
    `- Requests a second, least and most of the rounds: ${spread.join('; ')}.`,
  ].join('\n');
}

export function writeInto(file, text) {
  const document = readFileSync(file, 'utf8');
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${file} has no place for the figures`);
  writeFileSync(file, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}

function shareOf({ what, size, rate }, find) {
  const aim = AIMS[what];
  if (aim === undefined) return '';
  const share = rate / find(aim.limit, size).rate;
  return `${(share * 100).toFixed(0)} % (aim ${aim.share * 100} %)`;
}

function table(head, rows) {
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index].length)));
  const line = (cells) => `| ${cells.map((cell, index) => cell.padEnd(widths[index])).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
