const { existsSync } = require('node:fs');

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser for the journeys: CHROME_PATH and no other when it is set, else one that is installed, if any. */
module.exports = () => {
  const { CHROME_PATH } = process.env;
  const candidates = CHROME_PATH === undefined ? USUAL_PLACES : [CHROME_PATH];
  return candidates.find((path) => path !== '' && existsSync(path));
};
