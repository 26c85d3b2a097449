import { DARK } from './situations.ts';

/** Marks that a program puts around the mails that it shows, by the conditions under which they are there. */
const MARKS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^u\s*[+~]\s*/i, ['client gmail']],
  [/^\w*\[data-ogs[cb]\]\s+/i, ['client outlook-in-the-dark', `media ${DARK}`]],
  [/^\w*\[data-outlook-cycle\]\s+/i, ['client outlook-on-a-phone']],
  [/^\w*\.moz-text-html\s+/i, ['client thunderbird']],
  [/^\w*\.(?:externalclass|readmsgbody)\s+/i, ['client outlook-com']],
  [/^\w*#messageview\w*\s+/i, ['client samsung']],
  [/^\w*#(?:message|outlook)\w*\s+/i, ['client outlook']],
  [/^\w*\.yshortcuts\s+/i, ['client yahoo']],
];

/** A selector that one program alone meets, as it applies there. */
export interface OfClient {
  readonly selector: string;
  readonly conditions: readonly string[];
}
export const ofClient = (selector: string): OfClient | undefined => {
  const said = selector.trim();
  for (const [mark, conditions] of MARKS)
    if (mark.test(said)) return { selector: said.replace(mark, '').replace(/^[>+~]\s*/, ''), conditions };
  // Outlook on the web puts it before the name of every class and id.
  if (/[.#]x_/i.test(said))
    return { selector: said.replaceAll(/([.#])x_/gi, '$1'), conditions: ['client outlook-com'] };
  return undefined;
};
/** Outlook for Windows reads conditional comments. */
export const OUTLOOK = 'client outlook-for-windows';
