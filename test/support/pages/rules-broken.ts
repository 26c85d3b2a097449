import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);
/** What finds rules of accessibility that a page breaks, as a script. */
export const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.2 A and AA, and what is good practice. */
export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

interface How {
  /** All rules that are no trials, unless said. */
  readonly runOnly?: readonly string[];
  /** Frames are looked into, unless said. */
  readonly iframes?: false;
}

/** What is asked for: of each element that keeps a rule nobody reads how to find it, and to find that out takes longer than to look. */
export const BROKEN_ALONE = { resultTypes: ['violations'] } as const;

/** The rules of accessibility that a page breaks, each with its first element. By the debugger, since a page's own policy may admit no script. */
export const rulesBroken = async (tab: Page, how: How = {}): Promise<readonly string[]> => {
  const session = await tab.context().newCDPSession(tab);
  const evaluate = async (expression: string): Promise<unknown> => {
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', asked);
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  };
  // What was loaded into a document stays when another page is written into it.
  if (!(await evaluate('"axe" in globalThis'))) await evaluate(`${AXE};0`);
  const asked = JSON.stringify({ ...how, ...BROKEN_ALONE });
  const found = await evaluate(
    `axe.run(document,${asked}).then(({violations})=>violations.map(({id,nodes})=>id+': '+nodes[0].html))`,
  );
  await session.detach();
  return found as readonly string[];
};
