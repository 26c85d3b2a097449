import type { Stated } from './routes.ts';

/** What is refused: where, and why. */
interface Broken {
  readonly path: string;
  readonly sentence: string;
}

/** The settings that describe who takes what leaves by a route, and how to ask for them. */
const SETTING_OF = {
  https: { setting: 'provider', ask: 'describe your provider in `provider`' },
  vonage: { setting: 'vonage', ask: 'name your application in `vonage`' },
} as const;

/** Of smsmode nothing must be described. */
const unused = ({ smsmode, routes = {} }: Stated): readonly Broken[] =>
  smsmode !== undefined && routes.sms !== 'smsmode'
    ? [{ path: 'smsmode', sentence: 'no channel leaves by it: give it one in `routes`, or leave it out' }]
    : [];

/** What is stated of Amazon SNS where SMS leave by another. */
const ofSns = ({ routes = {}, smsRoute, senders }: Stated): readonly Broken[] => {
  const route = routes.sms ?? 'sns';
  if (route === 'sns') return [];
  return [
    ...(smsRoute === undefined
      ? []
      : [{ path: 'smsRoute', sentence: `it paces SMS that leave by \`sns\`, and these leave by \`${route}\`` }]),
    ...(senders?.confirmStop
      ? [
          {
            path: 'senders.confirmStop',
            sentence: `a STOP is confirmed where \`sns\` brings it, and these SMS leave by \`${route}\`: its provider may confirm by itself`,
          },
        ]
      : []),
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
    return channels.length > 0
      ? []
      : [{ path: setting, sentence: 'no channel leaves by it: give it one in `routes`, or leave it out' }];
  });
};

/** What the provider of our contract is said to report, and nothing that leaves by it could bring. */
const unreported = ({ provider, routes = {} }: Stated): readonly Broken[] => {
  if (provider === undefined) return [];
  const answers = (answer: (typeof provider.answers)[number]) => provider.answers.includes(answer);
  const brokenOf = (isBroken: boolean, path: string, sentence: string) => (isBroken ? [{ path, sentence }] : []);
  return [
    ...brokenOf(
      routes.sms === 'https' && !answers('reply'),
      'routes.sms',
      'an SMS promises that STOP is received, and this provider reports no `reply`: every SMS would be refused',
    ),
    ...brokenOf(
      routes.mms === 'https' && !answers('reply'),
      'routes.mms',
      'an MMS promises that STOP is received, and this provider reports no `reply`: every MMS would be refused',
    ),
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
  const missing = [...unnamed(stated), ...unused(stated)];
  return missing.length > 0 ? missing : [...unreported(stated), ...ofSns(stated)];
};
