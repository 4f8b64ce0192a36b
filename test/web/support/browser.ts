import { type Browser, chromium } from 'playwright-core';

/** Chromium as it is installed here; jest.config.ts has found it, or the journeys would not run. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '' });
}
