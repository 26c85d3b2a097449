import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Colour } from './colours.ts';

/** Bytes of a logo: it is part of each page, and of the settings that each message is vetted by. */
export const MOST_LOGO_BYTES = 8192;

/** How a file of each type begins: PNG (W3C PNG, 5.2), JPEG (ITU-T T.81, B.1.1.3), WebP (RFC 9649, section 2.4). */
const BEGINS = {
  'image/png': (file) => file.startsWith('\x89PNG\r\n\x1a\n'),
  'image/jpeg': (file) => file.startsWith('\xff\xd8\xff'),
  'image/webp': (file) => file.startsWith('RIFF') && file.startsWith('WEBP', 8),
} as const satisfies Readonly<Record<string, (file: string) => boolean>>;
const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const satisfies readonly (keyof typeof BEGINS)[];

/** 8192 bytes take 10924 characters. */
const Base64 = z.base64().check(z.maxLength(10924));

/** A picture that a page carries in itself: nothing is fetched, so that nobody learns who looks at the page. */
const Logo = z
  .strictObject({
    mediaType: about('What it is. SVG is not taken.', z.enum(LOGO_TYPES)),
    base64: about('The file in base64 (RFC 4648, section 4), at most 8192 bytes of it.', Base64),
  })
  .check((context) => {
    const { mediaType, base64 } = context.value;
    if (!Base64.safeParse(base64).success) return;
    const bytes = atob(base64);
    const fault =
      bytes.length > MOST_LOGO_BYTES
        ? `the file has ${bytes.length} bytes, and ${MOST_LOGO_BYTES} is the most`
        : BEGINS[mediaType](bytes)
          ? undefined
          : `the file does not begin as ${mediaType} does`;
    if (fault !== undefined) context.issues.push({ code: 'custom', input: base64, path: ['base64'], message: fault });
  });

/** What the public pages show of the advertiser, beside its name. */
export const PageLook = z.strictObject({
  colour: about(
    'The colour of buttons and links: #rrggbb. It is shown darker, or lighter in dark mode, as far as a contrast of 7:1 asks. Absent: blue.',
    z.optional(Colour),
  ),
  logo: about('The logo above the heading, 48 px high at most. Absent: none.', z.optional(Logo)),
});
export type PageLook = z.infer<typeof PageLook>;
