import type { Config } from '#infra/config.ts';
import { type Finding, ok, warn } from './finding.ts';

/** Providers that bring what people answer to one URL of an account of theirs, by their part of the secret, and what they call that URL. */
const TO_AN_ACCOUNT: Readonly<Record<string, readonly [part: string, setting: string]>> = {
  'spot-hit': ['spotHit', 'the URLs of the account for STOP and for replies'],
  vonage: ['vonage', 'the inbound URL of the application'],
};

/** By what each channel leaves, and where providers outside AWS are to bring answers: whether they are set so is nothing that AWS knows. */
export const ofRoutes = ({ routes, providers, publicDomain, inbox }: Config): readonly Finding[] => [
  ok(
    'routes',
    Object.entries(routes)
      .map(([channel, route]) => `${channel} by ${route}`)
      .join(', '),
  ),
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
