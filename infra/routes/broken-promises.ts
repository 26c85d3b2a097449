import { capabilityOf } from '#functions/manifest/routes/capabilities.ts';
import type { Capability } from '#functions/manifest/routes/capability.ts';
import { unansweredCodes } from './reply-codes.ts';
import type { Broken, Stated } from './routes.ts';

/** The settings that describe who takes what leaves by a route, and how to ask for them. */
const SETTING_OF = {
  https: { setting: 'provider', ask: 'describe your provider in `provider`' },
  vonage: { setting: 'vonage', ask: 'name your application in `vonage`' },
} as const;

const NOTHING_LEAVES = 'no channel leaves by it: give it one in `routes`, or leave it out';

/** Of these nothing must be described. */
const unused = ({ smsmode, spotHit, routes = {} }: Stated): readonly Broken[] =>
  [
    { path: 'smsmode', isUnused: smsmode !== undefined && routes.sms !== 'smsmode' },
    { path: 'spotHit', isUnused: spotHit !== undefined && routes.mms !== 'spot-hit' },
  ].flatMap(({ path, isUnused }) => (isUnused ? [{ path, sentence: NOTHING_LEAVES }] : []));

/** Of End User Messaging: by what of the account texts leave. */
const withoutOrigin = ({ endUserMessaging, routes = {} }: Stated): readonly Broken[] => {
  const isRoute = routes.sms === 'end-user-messaging';
  const isAsked = endUserMessaging !== undefined && endUserMessaging.isEnding !== true;
  if (isRoute === isAsked) return [];
  return isRoute
    ? [
        {
          path: 'routes.sms',
          sentence:
            'SMS leave by nothing: name a sender id, a number or a pool of yours in `endUserMessaging.origination`, without `isEnding`',
        },
      ]
    : [
        {
          path: 'endUserMessaging',
          sentence: `${NOTHING_LEAVES}, or say \`isEnding\` while AWS may still report of what left`,
        },
      ];
};

/** Of Amazon Connect: which instance calls. */
const withoutInstance = ({ connect, routes = {} }: Stated): readonly Broken[] => {
  const isRoute = routes['automated-call'] === 'connect';
  const isAsked = connect !== undefined && connect.isEnding !== true;
  if (isRoute && !isAsked)
    return [
      {
        path: 'routes.automated-call',
        sentence: 'calls leave by nothing: name your instance and its numbers in `connect`, without `isEnding`',
      },
    ];
  return isAsked && !isRoute
    ? [{ path: 'connect', sentence: `${NOTHING_LEAVES}, or say \`isEnding\` while calls that it began go on` }]
    : [];
};

/** Routes of AWS: their pace is that of End User Messaging, and their replies come by the topic of the stage. */
const isByAws = (route: string): boolean => capabilityOf(route, 'sms')?.ceiling.setting === 'smsRoute';

/** What is stated of AWS where SMS leave by another. */
const ofAws = ({ routes = {}, smsRoute, senders }: Stated): readonly Broken[] => {
  const route = routes.sms ?? 'sns';
  if (isByAws(route)) return [];
  return [
    ...(smsRoute === undefined
      ? []
      : [{ path: 'smsRoute', sentence: `it paces SMS that leave by AWS, and these leave by \`${route}\`` }]),
    ...(senders?.optOutList === undefined
      ? []
      : [
          {
            path: 'senders.optOutList',
            sentence: `AWS keeps it of SMS that leave by it, and these leave by \`${route}\``,
          },
        ]),
  ];
};

/** A route whose provider is described nowhere, and a provider that nothing leaves by. */
const unnamed = (stated: Stated): readonly Broken[] => {
  const named = Object.entries(stated.routes ?? {});
  return Object.entries(SETTING_OF).flatMap(([route, { setting, ask }]) => {
    const channels = named.filter(([, name]) => name === route).map(([channel]) => channel);
    const isDescribed = stated[setting] !== undefined;
    if (!isDescribed)
      return channels.map((channel) => ({
        path: `routes.${channel}`,
        sentence: `nobody is named who takes it: ${ask}`,
      }));
    return channels.length > 0 ? [] : [{ path: setting, sentence: NOTHING_LEAVES }];
  });
};

/** Texts, which promise STOP. A call offers a key where one is reported, and else a number. */
const NAMED = { sms: 'SMS', mms: 'MMS' } as const;

/** What the provider of our contract is said to report, and nothing that leaves by it could bring. */
const unreported = ({ provider, routes = {} }: Stated): readonly Broken[] => {
  if (provider === undefined) return [];
  const answers = (answer: Capability['answers']['by']) => provider.answers.some((each) => each === answer);
  const brokenOf = (isBroken: boolean, path: string, sentence: string) => (isBroken ? [{ path, sentence }] : []);
  return [
    ...Object.entries(NAMED).flatMap(([channel, named]) => {
      const { by, comes } = capabilityOf(routes[channel as keyof typeof NAMED] ?? '', channel)?.answers ?? {};
      const isMissing = comes === 'as-stated' && by !== undefined && !answers(by);
      return brokenOf(
        isMissing,
        `routes.${channel}`,
        `an ${named} promises that STOP is received, and this provider reports no \`${by}\`: every ${named} would be refused`,
      );
    }),
    ...brokenOf(
      answers('key-press') && routes['automated-call'] !== 'https',
      'provider.answers',
      '`key-press` is received in calls, and no call leaves by this provider',
    ),
    ...brokenOf(
      answers('reply') && routes.mms !== 'https' && routes.sms !== 'https',
      'provider.answers',
      '`reply` is received to texts, and no text leaves by this provider',
    ),
  ];
};

/** What routes promise and cannot keep. Empty: nothing. */
export const brokenPromises = (stated: Stated): readonly Broken[] => {
  const missing = [...unnamed(stated), ...unused(stated), ...withoutOrigin(stated), ...withoutInstance(stated)];
  return missing.length > 0 ? missing : [...unreported(stated), ...ofAws(stated), ...unansweredCodes(stated)];
};
