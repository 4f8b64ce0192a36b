import axe from 'axe-core';
import { type Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const WIDTHS = [1440, 360];
const SCHEMES = ['light', 'dark'] as const;

/**
 * What is wrong with the page as it stands, in every width and theme that it must be good in.
 * @param pardoned rules of axe that do not apply.
 */
export async function faultsOf(page: Page, pardoned: string[]): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(axe.source);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await untilQuiet(page);
      const look = `${colorScheme} at ${width} px`;
      faults.push(...(await axeFaults(page, pardoned)).map((fault) => `${look}: ${fault}`));
      faults.push(...(await sidewaysFaults(page)).map((fault) => `${look}: ${fault}`));
    }
  }
  const title = await page.title();
  if (!/^\S.* · JeyaRamaDesk$/.test(title)) faults.push(`The tab is called "${title}"`);
  return faults;
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
async function axeFaults(page: Page, pardoned: string[]): Promise<string[]> {
  const rules = Object.fromEntries(pardoned.map((rule) => [rule, { enabled: false }]));
  return page.evaluate(async (off) => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'], rules: off });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
    );
  }, rules);
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
