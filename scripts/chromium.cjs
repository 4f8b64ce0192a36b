const { existsSync } = require('node:fs');

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser for the journeys: CHROME_PATH, or one that is installed; undefined when there is none. */
module.exports = () => [process.env.CHROME_PATH, ...USUAL_PLACES].find((path) => path && existsSync(path));
