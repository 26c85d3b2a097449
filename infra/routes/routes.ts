import { z } from 'zod';
import { NO_ROUTES, NOT_SOLD } from '#functions/manifest/not-sold.ts';
import { ANSWERS, SIGNED_BY } from '#functions/manifest/provider-route.ts';
import { routesFor } from '#functions/manifest/routes/capabilities.ts';
import type { Capability } from '#functions/manifest/routes/capability.ts';
import type { ReplyCode } from '#shared/domain/sending/text-answers.ts';
import type { Connect } from './connect.ts';
import type { EndUserMessaging } from './end-user-messaging.ts';

/** Why a channel cannot leave by what is said: where AWS sells none, its own page and the day on which it was read; of a provider that is no route, why. */
const onlyBy = (channel: Capability['channel']) => (issue: { readonly input?: unknown }) => {
  const looked = NO_ROUTES.find((each) => each.name === issue.input && each.channel === channel);
  if (looked !== undefined) return `\`${looked.name}\` is no route of it: ${looked.why} (${looked.asOf})`;
  const unsold = NOT_SOLD.find((each) => each.channel === channel);
  const why = unsold === undefined ? '' : `${unsold.service} sells none to France (${unsold.source}, ${unsold.asOf}): `;
  return `${why}it leaves by ${routesFor(channel)
    .map((name) => `\`${name}\``)
    .join(' or ')}`;
};

/** By what each channel leaves that a deployment hands over itself. */
export const Routes = z.strictObject({
  email: z
    .literal(routesFor('email'), 'mail leaves by `ses` (Amazon SES), and this version has no other route for it')
    .optional()
    .describe('What e-mail leaves by: Amazon SES.'),
  sms: z
    .literal(routesFor('sms'), { error: onlyBy('sms') })
    .optional()
    .describe(
      'What SMS leave by: `sns`, Amazon SNS, which sends them through AWS End User Messaging; `end-user-messaging`, that service itself; `https`, the provider of `provider`; `smsmode`; or `vonage`. Codes of the preference centre and what answers a text leave by it as well.',
    ),
  mms: z
    .literal(routesFor('mms'), { error: onlyBy('mms') })
    .optional()
    .describe(
      'What MMS leave by: `https`, the provider of `provider`, or `spot-hit`. Absent: none leaves, and verdicts alone are given.',
    ),
  'automated-call': z
    .literal(routesFor('automated-call'), { error: onlyBy('automated-call') })
    .optional()
    .describe(
      'What automated calls leave by: `https`, the provider of `provider`; `vonage`; or `connect`, Amazon Connect. Absent: none leaves, and verdicts alone are given.',
    ),
});
export type Routes = z.infer<typeof Routes>;

/** Why a channel cannot be given a route: who sends on any other channel asks for a verdict, and sends by itself. */
export const noRouteFor = (channel: string): string =>
  `\`${channel}\` has no route: this version hands over ${Object.keys(Routes.shape).join(', ')} alone`;

/** A host of the internet by its name: an address of a network names nobody, and could be one of ours. */
const isPublicHost = ({ hostname }: URL): boolean =>
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(hostname);

const isPlainUrl = (text: string): boolean => {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:' || !isPublicHost(url)) return false;
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
};

const perSecond = z.int('not a whole number').positive('not above zero').optional();

const mediaBytes = z
  .int('not a whole number')
  .min(1_000, 'smaller than any picture')
  .max(2_000_000, 'larger than any MMS')
  .optional()
  .describe('The largest picture that it takes, in bytes.');

/** A provider that speaks the contract of docs/provider-route.md. */
export const Provider = z
  .strictObject({
    url: z
      .string()
      .refine(isPlainUrl, 'an https URL with the name of a host, without user, query or fragment')
      .describe('Where messages are handed over, and nowhere else.'),
    answers: z
      .array(z.enum(ANSWERS))
      .max(ANSWERS.length)
      .describe('What people answer that the provider reports: `reply` to texts, `key-press` in calls.'),
    signedBy: z
      .literal([...SIGNED_BY], 'reports are signed by `hmac` or `jwt`, or not at all: `none`')
      .optional()
      .describe('How the provider signs what it reports. `none`: what it reports can stop messages, and nothing else.'),
    requestsPerSecond: perSecond.describe(
      'Messages that it takes a second, of all its channels together; campaigns go no faster.',
    ),
    mediaBytes,
  })
  .describe('The provider of the channels that leave by `https`, which speaks the contract of provider-route.md.');

/** Vonage, whose two secrets are in the secret of the providers. */
export const Vonage = z
  .strictObject({
    applicationId: z
      .uuid('the id of an application of Vonage, which is a UUID')
      .describe(
        'The application of Vonage whose private key signs, with the capability Voice for calls, and Messages for SMS.',
      ),
    requestsPerSecond: perSecond.describe('SMS and calls together that it takes a second; campaigns go no faster.'),
  })
  .describe('The account of Vonage by which SMS and calls leave by `vonage`: see providers.md.');

/** smsmode, whose key is in the secret of the providers. */
export const Smsmode = z
  .strictObject({
    requestsPerSecond: perSecond.describe('Messages that it takes a second; campaigns go no faster.'),
  })
  .describe('The account of smsmode by which SMS leave by `smsmode`: see providers.md.');

/** Spot-Hit, whose key is in the secret of the providers. */
export const SpotHit = z
  .strictObject({
    requestsPerSecond: perSecond.describe('Messages that it takes a second; campaigns go no faster.'),
    mediaBytes,
  })
  .describe('The account of Spot-Hit by which MMS leave by `spot-hit`: see providers.md.');

/** What a stage states of its routes. */
export interface Stated {
  readonly routes?: Routes | undefined;
  readonly provider?: z.infer<typeof Provider> | undefined;
  readonly vonage?: z.infer<typeof Vonage> | undefined;
  readonly smsmode?: z.infer<typeof Smsmode> | undefined;
  readonly spotHit?: z.infer<typeof SpotHit> | undefined;
  readonly endUserMessaging?: EndUserMessaging | undefined;
  readonly connect?: Connect | undefined;
  readonly smsRoute?: object | undefined;
  readonly senders?:
    | {
        readonly confirmStop?: boolean | undefined;
        readonly optOutList?: string | undefined;
        readonly replyCodes?: readonly ReplyCode[] | undefined;
        readonly sms?: readonly object[] | undefined;
      }
    | undefined;
}

/** What is refused: where, and why. */
export interface Broken {
  readonly path: string;
  readonly sentence: string;
}
