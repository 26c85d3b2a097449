import { z } from 'zod';
import { ANSWERS, PROVIDER_CHANNELS, SIGNED_BY } from '#functions/manifest/provider-route.ts';
import { NOT_SOLD, routesFor } from '#functions/manifest/sending-routes.ts';

/** Why a channel cannot leave by what is said: where AWS sells none, its own page and the day on which it was read. */
const onlyBy = (channel: string): string => {
  const unsold = NOT_SOLD.find((each) => each.channel === channel);
  const why = unsold === undefined ? '' : `AWS sells none to France (${unsold.source}, ${unsold.asOf}): `;
  return `${why}it leaves by ${routesFor(channel)
    .map((name) => `\`${name}\``)
    .join(' or ')}`;
};

/** By what each channel leaves that a deployment hands over itself. */
export const Routes = z.strictObject({
  email: z
    .literal(['ses'], 'mail leaves by `ses` (Amazon SES), and this version has no other route for it')
    .optional()
    .describe('What e-mail leaves by: Amazon SES.'),
  sms: z
    .literal(['sns'], 'SMS leave by `sns` (Amazon SNS), and this version has no other route for them')
    .optional()
    .describe('What SMS leave by: Amazon SNS, which sends them through AWS End User Messaging.'),
  mms: z
    .literal(['https'], onlyBy('mms'))
    .optional()
    .describe(
      'What MMS leave by: `https`, the provider of `provider`. Absent: none leaves, and verdicts alone are given.',
    ),
  'automated-call': z
    .literal(['https'], onlyBy('automated-call'))
    .optional()
    .describe(
      'What automated calls leave by: `https`, the provider of `provider`. Absent: none leaves, and verdicts alone are given.',
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
    requestsPerSecond: z
      .int('not a whole number')
      .positive('not above zero')
      .optional()
      .describe('Messages that it takes a second; campaigns go no faster.'),
    mediaBytes: z
      .int('not a whole number')
      .min(1_000, 'smaller than any picture')
      .max(2_000_000, 'larger than any MMS')
      .optional()
      .describe('The largest picture that it takes, in bytes.'),
  })
  .describe('The provider of the channels that leave by `https`, which speaks the contract of provider-route.md.');

interface Stated {
  readonly routes?: Routes | undefined;
  readonly provider?: z.infer<typeof Provider> | undefined;
}

/** The channels that a stage gives to its provider. */
export const channelsOfProvider = ({ routes = {} }: Stated): readonly (typeof PROVIDER_CHANNELS)[number][] =>
  PROVIDER_CHANNELS.filter((channel) => routes[channel] === 'https');

/** What routes promise and cannot keep: where, and why. Empty: nothing. */
export const brokenPromises = (stated: Stated): readonly { readonly path: string; readonly sentence: string }[] => {
  const { provider, routes = {} } = stated;
  const channels = channelsOfProvider(stated);
  if (provider === undefined)
    return channels.map((channel) => ({
      path: `routes.${channel}`,
      sentence: 'nobody is named who takes it: describe your provider in `provider`',
    }));
  if (channels.length === 0)
    return [{ path: 'provider', sentence: 'no channel leaves by it: give it one in `routes`, or leave it out' }];
  return [
    ...(routes.mms === 'https' && !provider.answers.includes('reply')
      ? [
          {
            path: 'routes.mms',
            sentence:
              'an MMS promises that STOP is received, and this provider reports no `reply`: every MMS would be refused',
          },
        ]
      : []),
    ...(provider.answers.includes('key-press') && routes['automated-call'] !== 'https'
      ? [
          {
            path: 'provider.answers',
            sentence: '`key-press` is received in calls, and no call leaves by this provider',
          },
        ]
      : []),
    ...(provider.answers.includes('reply') && routes.mms !== 'https'
      ? [{ path: 'provider.answers', sentence: '`reply` is received to texts, and no text leaves by this provider' }]
      : []),
  ];
};
