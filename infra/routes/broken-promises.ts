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
      answers('reply') && routes.mms !== 'https',
      'provider.answers',
      '`reply` is received to texts, and no text leaves by this provider',
    ),
  ];
};

/** What routes promise and cannot keep. Empty: nothing. */
export const brokenPromises = (stated: Stated): readonly Broken[] => {
  const missing = unnamed(stated);
  return missing.length > 0 ? missing : unreported(stated);
};
