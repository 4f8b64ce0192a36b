import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

/** Where the figures of each setting stand in the document. */
export const PLACES = {
  embedded: '<!-- figures: written by npm run bench -- --write -->',
  scaled: '<!-- figures: written by npm run bench -- --scaled --write -->',
};
const END = '<!-- end of figures -->';

/** The share of its limit that each scenario aims at. */
const AIMS = {
  creation: { limit: 'limit: insert', share: 0.2 },
  list: { limit: 'limit: page', share: 0.25 },
};

/** The figures as Markdown tables, limits first. */
export function embeddedTables({ sizes, results, memoryMb, startMs, ...how }) {
  const find = (what, size) => results.find((result) => result.what === what && result.size === size);
  const [small, large] = sizes;
  const rows = results.map((result) => [
    result.what,
    result.size.toLocaleString('en'),
    ...speed(result),
    shareOf(result, find),
    result.drainedAfter.toFixed(1),
  ]);
  const growth = ['creation', 'list', 'detail', 'reply'].map((what) => {
    const factor = find(what, small).rate / find(what, large).rate;
    return `${what} ${factor.toFixed(2)}x`;
  });
  const memory = sizes.map((size) => {
    const [desk] = find('list', size).desks;
    return `${memoryMb.get(desk).toFixed(0)} MB at ${size.toLocaleString('en')} tickets`;
  });
  return [
    conditions(how),
    '',
    table(['request', 'tickets', ...SPEED, 'of its limit', 's to drain'], rows),
    '',
    `- Slower at ${large.toLocaleString('en')} tickets than at ${small.toLocaleString('en')} by: ${growth.join(', ')} (aim: at most 1.5x).`,
    `- Resident memory, the most seen under load: ${memory.join(', ')} (aim: under 250 MB).`,
    `- From \`npm start\` to the first page: ${startMs.map((ms) => `${(ms / 1000).toFixed(2)} s`).join(', ')} (aim: under 1.5 s).`,
    spread(results),
  ].join('\n');
}

/** The same requests, by how many API processes they were shared. */
export function scaledTables({ results, memoryMb, ...how }) {
  const rows = results.map((result) => [
    result.what,
    result.size.toLocaleString('en'),
    String(result.apis),
    ...speed(result),
    result.drainedAfter.toFixed(1),
  ]);
  const gains = results
    .filter(({ apis }) => apis === 2)
    .map(({ what, size, rate }) => {
      const one = results.find((each) => each.what === what && each.size === size && each.apis === 1);
      return `${what} at ${size.toLocaleString('en')} ${(rate / one.rate).toFixed(2)}x`;
    });
  return [
    conditions(how),
    '',
    table(['request', 'tickets', 'API processes', ...SPEED, 's to drain'], rows),
    '',
    `- Two API processes against one: ${gains.join(', ')}.`,
    `- Resident memory, the most of an API process under load: ${Math.max(...memoryMb.values()).toFixed(0)} MB.`,
    spread(results),
  ].join('\n');
}

/** Puts the figures where `begin` says. */
export function writeInto(file, begin, text) {
  const document = readFileSync(file, 'utf8');
  const at = document.indexOf(begin);
  const end = document.indexOf(END, at);
  if (at === -1 || end === -1) throw new Error(`${file} has no place for the figures`);
  writeFileSync(file, `${document.slice(0, at)}${begin}\n\n${text}\n\n${document.slice(end)}`);
}

const SPEED = ['per second', 'p50 ms', 'p95 ms', 'p99 ms'];

function speed({ rate, p50, p95, p99 }) {
  return [rate.toFixed(0), p50.toFixed(1), p95.toFixed(1), p99.toFixed(1)];
}

function conditions({ connections, rounds, seconds }) {
  return (
    `Node ${process.version}, ${cpus().length} processor cores, ${(totalmem() / 1e9).toFixed(0)} GB of memory. ` +
    `${connections} kept-alive connections, median of ${rounds} round(s) of ${seconds} s.`
  );
}

function spread(results) {
  const ranges = results.map(({ what, where, rates }) => {
    return `${what} ${where} ${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`;
  });
  return `- Requests a second, least and most of the rounds: ${ranges.join('; ')}.`;
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
