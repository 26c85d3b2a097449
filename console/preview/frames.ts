import { type Html, html } from '../html.ts';
import type { PreviewWords } from './words.ts';

const WIDTHS = [600, 375] as const;
const COLOURS = ['light', 'dark'] as const;

/**
 * A link that is pressed opens a window, and a sandbox opens none: the mail stays in its frame. At the end of the document it
 * changes nothing of what is shown.
 */
const LINKS_STAY = '<base target="_blank">';

/**
 * A mail in four sandboxed frames, side by side: two widths, light and dark. What a mail sees as the reader's preference
 * (`prefers-color-scheme`) is the `color-scheme` of the element that embeds it.
 */
export const frames = (mail: string, words: PreviewWords): Html => html`
  <div class="views">${COLOURS.flatMap((colours) =>
    WIDTHS.map((width) => {
      const name = words.view(width, words.colours[colours]);
      return html`
    <figure style="width:${width}px"><figcaption>${name}</figcaption>
      <div class="scroll" role="group" tabindex="0" aria-label="${name}">
        <iframe class="${colours}" sandbox title="${name}" width="${width}" height="640" srcdoc="${mail + LINKS_STAY}"></iframe>
      </div>
    </figure>`;
    }),
  )}</div>`;
