import { LEADS_TO } from '#test/mails/sender.ts';
import type { Judge } from '#tools/mails/judge/judge.ts';
import { sha256 } from './faults.ts';
import { labelsOf } from './index-page.ts';
import { withLabels } from './labelled-png.ts';
import { mailOf, type Screen } from './screen.ts';

/** What the colours of the block promise, and what is asked of its pixels. */
const LEAST_CONTRAST = 7;

/**
 * Looks at a mail as its reader does, and takes the picture of its end. Throws when the mail is refused, when its reader
 * does not see our link, or sees it with a contrast of less than 7:1.
 */
export const shoot = async (judge: Judge, screen: Screen, html = mailOf(screen)): Promise<Buffer> => {
  const { name, mode } = screen;
  const [look] = (await judge.judge(html, LEADS_TO, [mode])).looks;
  if (!look?.seen) throw new Error(`${name}: the link is not seen: ${look?.why.join('; ')}`);
  if (look.contrast < LEAST_CONTRAST)
    throw new Error(`${name}: the contrast of the link is ${look.contrast.toFixed(2)}`);
  const png = await judge.picture(html, LEADS_TO, mode);
  return withLabels(png, labelsOf(sha256(html), mode.name, look.contrast, look.pixels));
};
