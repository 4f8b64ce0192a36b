import { readFileSync } from 'node:fs';

import type axe from 'axe-core';
import { type Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

interface Look {
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  /** All rules, or those that a theme decides. */
  readonly rules: boolean;
  readonly contrast: boolean;
}

/**
 * What is drawn at 768 px is drawn at another width as well, and contrast takes far longer than all the rest. In this order
 * because another theme draws everything anew.
 */
const LOOKS: readonly Look[] = [
  { scheme: 'light', width: 1440, rules: true, contrast: true },
  { scheme: 'light', width: 768, rules: true, contrast: false },
  { scheme: 'light', width: 360, rules: true, contrast: true },
  { scheme: 'dark', width: 360, rules: false, contrast: true },
  { scheme: 'dark', width: 1440, rules: false, contrast: true },
];
const CONTRAST = 'color-contrast';

/** As a text of its own: asked of the module it would be put together anew from its functions. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What is wrong with the page as it stands, in every width and theme that it must be good in.
 * @param pardoned rules of axe that do not apply.
 */
export async function faultsOf(page: Page, pardoned: string[]): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(AXE);
  for (const { scheme, width, rules, contrast } of LOOKS) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await untilQuiet(page);
    const found = await axeFaults(page, rules ? allRules(pardoned, contrast) : { runOnly: [CONTRAST] });
    if (rules) found.push(...(await sidewaysFaults(page)));
    faults.push(...found.map((fault) => `${scheme} at ${width} px: ${fault}`));
  }
  faults.push(...(await directionFaults(page)));
  const title = await page.title();
  if (!/^\S.* · JeyaRamaDesk$/.test(title)) faults.push(`The tab is called "${title}"`);
  return faults;
}

function allRules(pardoned: readonly string[], contrast: boolean): axe.RunOptions {
  const off = Object.fromEntries(pardoned.map((rule) => [rule, { enabled: false }]));
  // The size of targets is of WCAG 2.2, and left out by axe unless it is asked for.
  return { rules: { ...off, [CONTRAST]: { enabled: contrast }, 'target-size': { enabled: true } } };
}

/**
 * Nothing loads and nothing moves: a colour on its way from one theme to the other is neither's. What moves is brought to
 * its end; what moves for ever tells of something that loads, and is waited for.
 */
export async function untilQuiet(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
    for (const animation of moving) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
    return moving.length === 0 && document.querySelector('desk-skeleton, [aria-busy="true"]') === null;
  });
}

/** By axe itself: its driver for Playwright brings it into the page again for every look, which takes far longer. */
async function axeFaults(page: Page, which: axe.RunOptions): Promise<string[]> {
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...options });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
    );
  }, which);
}

/** A page that scrolls sideways, by what sticks out furthest. */
function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const rightOf = (element: Element) => element.getBoundingClientRect().right;
    const [widest] = [...document.querySelectorAll('body *')].sort((a, b) => rightOf(b) - rightOf(a));
    return [
      `scrolls sideways by ${scrollWidth - clientWidth} px, with ${widest?.outerHTML.slice(0, 200) ?? ''}`,
    ];
  });
}

/**
 * Hebrew and Arabic that is shown as if it were English: its element has to find the direction from the text, or it is
 * a name that is kept apart from the sentence around it by what Unicode has for that.
 */
function directionFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      const open = textContent?.replace(/\u2068[^\u2069]*\u2069/g, '') ?? '';
      if (parentElement === null || !/[\u0590-\u08ff]/.test(open)) continue;
      const { direction, unicodeBidi } = getComputedStyle(parentElement);
      if (direction !== 'rtl' && unicodeBidi !== 'plaintext') {
        faults.push(`has no direction of its own: ${parentElement.outerHTML.slice(0, 200)}`);
      }
    }
    return faults;
  });
}
