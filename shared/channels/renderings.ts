import type { SentChannel } from '#shared/domain/message/channel.ts';
import { callRendering } from './automated-call/rendering.ts';
import type { Rendered, Rendering } from './content/rendering.ts';
import { emailRendering } from './email/rendering.ts';
import { mmsRendering } from './mms/rendering.ts';
import { smsRendering } from './sms/rendering.ts';

/** How messages are made and verified, for the sender alone: a line for each channel that is sent. */
export const RENDERINGS = {
  email: emailRendering,
  sms: smsRendering,
  mms: mmsRendering,
  'automated-call': callRendering,
} as const satisfies { readonly [Name in SentChannel]: Rendering<Name, unknown> };

/** What a provider of each channel is handed. */
export type Outgoing = {
  readonly [Name in SentChannel]: (typeof RENDERINGS)[Name] extends Rendering<Name, infer Bytes> ? Bytes : never;
};

/** The bytes of one message on one of these channels. */
export type RenderedOn<Name extends SentChannel> = { [Each in Name]: Rendered<Each, Outgoing[Each]> }[Name];
