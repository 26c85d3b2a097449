import { readableShade } from '#shared/domain/advertiser/colours.ts';
import type { PageLook } from '#shared/domain/advertiser/page-look.ts';
import { type Html, html } from './html.ts';

/** How an advertiser wants the pages, and who it is. */
export type AdvertiserLook = PageLook & { readonly name: string };

/** What is behind words and buttons, in light and in dark mode. */
export const BEHIND = {
  light: { page: '#f3f1ec', card: '#ffffff' },
  dark: { page: '#141312', card: '#1f1d1b' },
} as const;

/** The least contrast of text: level AAA of WCAG 2.2, success criterion 1.4.6. */
const LEAST_CONTRAST = 7;

/**
 * The style that gives a page the colour of its advertiser, as near to it as can be read: words on a button have the colour behind
 * the button, so that one contrast holds both ways. `undefined`: it has none.
 */
export const styleOf = (look: AdvertiserLook | undefined): string | undefined => {
  if (look?.colour === undefined) return undefined;
  const shade = (behind: Readonly<Record<string, string>>, towards: string): string =>
    readableShade(look.colour ?? towards, { behind: Object.values(behind), towards, least: LEAST_CONTRAST });
  const [light, dark] = [shade(BEHIND.light, '#000000'), shade(BEHIND.dark, '#ffffff')];
  return `:root{--act:${light};--on-act:${BEHIND.light.card}}@media(prefers-color-scheme:dark){:root{--act:${dark};--on-act:${BEHIND.dark.page}}}`;
};

/** The logo above the heading. */
export const logoOf = (look: AdvertiserLook | undefined): Html | undefined =>
  look?.logo === undefined
    ? undefined
    : html`<img class="logo" alt="${look.name}" src="data:${look.logo.mediaType};base64,${look.logo.base64}">`;
