import { displayNameOf } from '#shared/domain/advertiser/advertiser.ts';
import { type Draft, hole } from '../content/marked.ts';
import { rendering } from '../content/rendering.ts';
import { EmailContent } from './channel.ts';
import type { Header } from './opposition-headers.ts';
import { prepareEmail } from './prepare-email.ts';
import { draftEmail } from './render-email.ts';
import { verifyPrepared } from './verify-prepared.ts';

/** An e-mail exactly as handed over: `Content.Simple` with headers. */
export interface OutgoingEmail {
  readonly from: { readonly address: string; readonly name: string };
  readonly to: string;
  readonly subject: string;
  readonly html?: string | undefined;
  readonly text: string;
  readonly headers: readonly Header[];
}

/** Prepared once, filled for each reader, and read again as a browser and a text client would. */
export const emailRendering = rendering('email', {
  content: EmailContent,
  isParsed: true,
  prepare: prepareEmail,
  trackingPixels: (prepared) => prepared.trackingPixels,
  sender: (advertiser, asked) => {
    const found = advertiser.senders.email.find(({ address }) => asked === undefined || address === asked);
    return found && { address: found.address, name: displayNameOf(found, advertiser) };
  },
  render: (prepared, from, { to, values, mentions }): Draft<OutgoingEmail> => ({
    from,
    to: hole('to', to),
    ...draftEmail(prepared, values, mentions),
  }),
  asFinal: ({ from, subject, html, text, headers }: OutgoingEmail) => ({
    email: { from, subject, html, text, headers: [...headers] },
  }),
  verify: (mail, { prepared, reader: { values, mentions }, acceptsLocalLinks }) =>
    verifyPrepared(prepared, values, mail, mentions, { fromName: mail.from.name, acceptsLocalLinks }),
});
