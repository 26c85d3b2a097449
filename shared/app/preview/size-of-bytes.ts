import { collapse, unescapeHtml } from '#shared/channels/content/escape.ts';
import type { FinalBytes } from '#shared/domain/message/content.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';

/** Gmail shows this much of an HTML part and hides the rest behind a link (observed since 2012; Google documents no number). */
export const SHOWN_BY_GMAIL_BYTES = 100 * 1024;

/** How large the parts of a mail are, in bytes of UTF-8. */
export interface SizeOfBytes {
  readonly html?: number;
  readonly text?: number;
  /** First words, at most 80 characters, of what Gmail would hide; absent: it shows all. */
  readonly hiddenFrom?: string;
}

const partOf = (bytes: FinalBytes, name: string): string | undefined => {
  const parts: Readonly<Record<string, unknown>> = { ...Object.values(bytes)[0] };
  const part = parts[name];
  return typeof part === 'string' ? part : undefined;
};

const wordsBeyond = (html: string): string => {
  const rest = Buffer.from(html).subarray(SHOWN_BY_GMAIL_BYTES).toString();
  const words = collapse(unescapeHtml(rest.replace(/^[^<>]*>/, '').replace(/<[^>]*>/g, ' ')));
  return words.trim().slice(0, 80);
};

/** Sizes of the parts of final bytes; a text message has no HTML. */
export const sizeOfBytes = (bytes: FinalBytes): SizeOfBytes => {
  const [html, text] = [partOf(bytes, 'html'), partOf(bytes, 'text')];
  const size = html === undefined ? 0 : Buffer.byteLength(html);
  return {
    ...(html === undefined ? {} : { html: size }),
    ...(text === undefined ? {} : { text: Buffer.byteLength(text) }),
    ...(html !== undefined && size > SHOWN_BY_GMAIL_BYTES ? { hiddenFrom: wordsBeyond(html) } : {}),
  };
};

/** What its author is warned of. */
export const warningsOfSize = ({ html = 0, hiddenFrom }: SizeOfBytes): readonly Missing[] => {
  if (hiddenFrom === undefined) return [];
  const kilobytes = Math.ceil(html / 1024);
  return [
    missing(
      '/content/email/html',
      {
        fr: `La partie HTML fait ${kilobytes} Kio : Gmail n’en montre que 100 et cache la suite, dont le moyen de s’opposer, à partir de « ${hiddenFrom} ».`,
        en: `The HTML part takes ${kilobytes} KiB: Gmail shows 100 of them and hides the rest, the way to stop included, from “${hiddenFrom}” on.`,
      },
      {
        fr: 'Raccourcissez le HTML : moins de styles en ligne, de commentaires et de blocs.',
        en: 'Shorten the HTML: fewer inline styles, comments and blocks.',
      },
    ),
  ];
};
