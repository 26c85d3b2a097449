import { readFileSync } from 'node:fs';
import { type Sent, sendInProcess } from '#test/mails/sender.ts';
import type { Mode } from '#tools/mails/judge/modes.ts';

const ROOT = new URL('../../', import.meta.url);

/** One picture of a mail as its reader gets it. */
export interface Screen {
  /** The name of its file, without `.png`. */
  readonly name: string;
  /** What it shows, a sentence. */
  readonly shows: string;
  /** The author's HTML, by its path in the repository. */
  readonly design: string;
  readonly mode: Mode;
  /** Who writes, why and in which language, as far as it is not the wine merchant of the tests. */
  readonly said: Parameters<typeof sendInProcess>[1];
}

/** Pixels from the top to the bottom of what is shown: the end of a mail. */
const HEIGHTS: Readonly<Record<number, number>> = { 320: 568, 375: 667, 600: 640, 1200: 640 };

/** A way of looking at a mail, by the width of the window in pixels. */
export const seen = (
  width: number,
  colours: Mode['colours'] = 'light',
  program: Mode['program'] = 'browser',
): Mode => ({
  name: `${width} px, ${program === 'outlook' ? 'Outlook for Windows' : colours}`,
  width,
  height: HEIGHTS[width] ?? width,
  colours,
  program,
});

/** Takes the design of a screen through the door and the sender. Throws with the reasons when it is refused. */
export const mailOf = ({ name, design, said }: Screen): string => {
  const sent: Sent = sendInProcess(readFileSync(new URL(design, ROOT), 'utf8'), said);
  if ('refused' in sent) throw new Error(`${name} is refused: ${sent.refused.join('; ')}`);
  return sent.html;
};
