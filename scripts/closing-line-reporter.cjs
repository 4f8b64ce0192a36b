const chromiumPath = require('./chromium.cjs');

/**
 * Ends a test run with what CI reads: 'N passed, N failed' alone on the last line. A file that could not run at all
 * counts as a failure, since jest itself counts none of its tests.
 */
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const lines = [
      '',
      `${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
    ];
    if (!chromiumPath()) {
      lines.unshift(
        '',
        process.env.CHROME_PATH === undefined
          ? 'Browser journeys did not run: no Chromium here (install chromium or set CHROME_PATH).'
          : `Browser journeys did not run: no Chromium at CHROME_PATH (“${process.env.CHROME_PATH}”).`,
      );
    }
    // At the exit, because jest adds its own summary after every reporter.
    process.once('exit', () => process.stdout.write(`${lines.join('\n')}\n`));
  }
};
