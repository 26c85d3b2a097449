import type { Config } from '#infra/config.ts';
import { type Finding, ok, warn } from './finding.ts';

/** Providers that bring what people answer to one URL of an account of theirs, by their part of the secret, and what they call that URL. */
const TO_AN_ACCOUNT: Readonly<Record<string, readonly [part: string, setting: string]>> = {
  'spot-hit': ['spotHit', 'the URLs of the account for STOP and for replies'],
  vonage: ['vonage', 'the inbound URL of the application'],
};

/** Countries beside France to which SMS leave, where no code is stated: whether an advertiser has one that is answered from there is not known here. */
const fromAbroad = ({ routes, endUserMessaging, replyCodes }: Config): readonly Finding[] => {
  const abroad = endUserMessaging?.countries.filter((country) => country !== 'FR') ?? [];
  if (routes.sms !== 'end-user-messaging' || replyCodes !== undefined || abroad.length === 0) return [];
  return [
    warn(
      `replies from ${abroad.join(', ')}`,
      'cannot be seen from here',
      'No code is stated, and a short code is then answered from France alone, a number from the country of its prefix: an SMS that promotes to there is refused unless its advertiser has a number of there. Name your codes, and from where each is answered, in `senders.replyCodes`.',
    ),
  ];
};

/** By what each channel leaves, and where providers outside AWS are to bring answers: whether they are set so is nothing that AWS knows. */
export const ofRoutes = (config: Config): readonly Finding[] => {
  const { routes, providers, publicDomain, inbox } = config;
  return [
    ok(
      'routes',
      Object.entries(routes)
        .map(([channel, route]) => `${channel} by ${route}`)
        .join(', '),
    ),
    ...fromAbroad(config),
    ...providers.flatMap(({ name, answers }) => {
      const [part, setting] = TO_AN_ACCOUNT[name] ?? [];
      if (part === undefined || !answers.includes('reply')) return [];
      const host = publicDomain?.host ?? 'HOST-OF-THE-PUBLIC-API';
      return [
        warn(
          `replies by ${name}`,
          'cannot be seen from here',
          `They come to https://${host}/s/ and \`${part}.urlCode\` of the secret of the providers: see that ${setting} there say so, and answer STOP to a message to yourself.`,
        ),
      ];
    }),
    ...(inbox?.replies === undefined
      ? []
      : [
          warn(
            'replies by mail',
            'cannot be seen from here',
            `Each advertiser passes them on to its id at ${inbox.replies}: answer a message to yourself with STOP.`,
          ),
        ]),
  ];
};
