const { default: Sequencer } = require('@jest/test-sequencer');

/** The projects whose files take longest first; all others after them. */
const LONG = ['faults', 'journeys', 'processes', 'api', 'contract'];

/**
 * The order of the test files. On a fresh checkout jest knows no durations and goes by size, so that a small file which
 * takes a minute may begin when all others have ended, with one processor idle meanwhile.
 */
module.exports = class LongTestsFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.every(({ duration }) => duration !== undefined)) return sorted;
    return sorted.sort((one, other) => place(one) - place(other));
  }
};

function place({ context }) {
  const found = LONG.indexOf(context.config.displayName?.name);
  return found === -1 ? LONG.length : found;
}
