import { capabilityOf } from '#functions/manifest/routes/capabilities.ts';
import type { TextAnswers } from '#shared/domain/sending/text-answers.ts';
import { withCountries } from './end-user-messaging.ts';
import type { Broken, Stated } from './routes.ts';

const AT = 'senders.replyCodes';
const SOURCE = 'AWS End User Messaging SMS, "Supported countries and regions", 2026-11-24';

/** What the route of each channel of texts receives, by the name of the route. */
const receiving = ({ routes = {} }: Stated): readonly (readonly [route: string, texts: TextAnswers])[] =>
  Object.entries({ sms: 'sns', ...routes }).flatMap(([channel, route = 'sns']) => {
    const texts = capabilityOf(route, channel)?.answers.texts;
    return texts === undefined ? [] : [[route, texts] as const];
  });

/** Stated codes that no route has for itself: of the others its deployer says from where, who knows that account. */
const ofNoRoute = (stated: Stated) => {
  const own = receiving(stated).flatMap(([, { codes = [] }]) => codes.map(({ code }) => code));
  return stated.senders?.replyCodes?.filter(({ code }) => !own.includes(code));
};

/** Answers that would have to come by routes that bring none from there. */
const unsold = (stated: Stated): readonly Broken[] => {
  const routes = receiving(stated).filter(([, { codes }]) => codes === undefined);
  const codes = ofNoRoute(stated) ?? [];
  return codes.flatMap(({ code, countries }) =>
    countries
      .filter((country) => routes.every(([, texts]) => texts.countries?.includes(country) === false))
      .map((country) => ({
        path: AT,
        sentence: `\`${code}\` is answered from \`${country}\`, and AWS sells no two-way SMS there (${SOURCE})`,
      })),
  );
};

/**
 * Countries to which SMS are said to leave, and from which no code that is stated is answered: each that promotes would be refused. Where no code
 * is stated an advertiser may have one of there, so that `aval doctor` asks.
 */
const unanswered = (stated: Stated): readonly Broken[] => {
  const { routes = {}, endUserMessaging } = stated;
  const codes = ofNoRoute(stated);
  if (routes.sms !== 'end-user-messaging' || endUserMessaging === undefined || codes === undefined) return [];
  const answered = codes.flatMap(({ countries }) => countries);
  return withCountries(endUserMessaging)
    .countries.filter((country) => !answered.includes(country))
    .map((country) => ({
      path: 'endUserMessaging.countries',
      sentence: `no code of \`${AT}\` is answered from \`${country}\`, so that every SMS that promotes to there would be refused: name one there`,
    }));
};

/** A stage says that it sends SMS: MMS may be all that it sends. Of End User Messaging it is looked at country by country. */
const sendsSms = ({ routes = {}, senders, smsRoute }: Stated): boolean =>
  routes.sms !== 'end-user-messaging' &&
  (routes.sms !== undefined || smsRoute !== undefined || (senders?.sms?.length ?? 0) > 0);

/** Codes that are stated, none of which is of SMS: each SMS that promotes would be refused. */
const withoutCodeOfSms = (stated: Stated): readonly Broken[] => {
  if (!sendsSms(stated) || ofNoRoute(stated)?.length !== 0) return [];
  return [
    {
      path: AT,
      sentence: `each code is of MMS, so that every SMS that promotes would be refused: name those to which people answer SMS by \`${stated.routes?.sms ?? 'sns'}\``,
    },
  ];
};

/** Codes and countries that promise answers which no route of this stage brings. Empty: none. */
export const unansweredCodes = (stated: Stated): readonly Broken[] => [
  ...unsold(stated),
  ...unanswered(stated),
  ...withoutCodeOfSms(stated),
];
