import { ANSWERS_BY_SPOT_HIT } from '#functions/manifest/routes/text-answers.ts';
import { isTwoWay } from './countries-of-end-user-messaging.ts';
import { withCountries } from './end-user-messaging.ts';
import type { Broken, Stated } from './routes.ts';

const AT = 'senders.replyCodes';
const SOURCE = 'AWS End User Messaging SMS, "Supported countries and regions", 2026-11-24';

/** Routes of texts whose codes the deployer states: what a code is answered from is for its account to say. */
const OF_ACCOUNTS: readonly (string | undefined)[] = ['https', 'smsmode', 'vonage'];

/** Answers that would have to come by AWS from where it brings none. */
const unsold = ({ routes = {}, senders }: Stated): readonly Broken[] => {
  if ([routes.sms ?? 'sns', routes.mms].some((route) => OF_ACCOUNTS.includes(route))) return [];
  const codes = senders?.replyCodes ?? [];
  return codes.flatMap(({ code, countries }) =>
    countries
      .filter((country) => !isTwoWay(country))
      .map((country) => ({
        path: AT,
        sentence: `\`${code}\` is answered from \`${country}\`, and AWS sells no two-way SMS there (${SOURCE})`,
      })),
  );
};

/** Countries to which SMS are said to leave, and from which no STOP would come back: each of them would be refused. */
const unanswered = ({ routes = {}, endUserMessaging, senders }: Stated): readonly Broken[] => {
  if (routes.sms !== 'end-user-messaging' || endUserMessaging === undefined) return [];
  const answered = senders?.replyCodes?.flatMap(({ countries }) => countries) ?? ['FR'];
  return withCountries(endUserMessaging)
    .countries.filter((country) => !answered.includes(country))
    .map((country) => ({
      path: 'endUserMessaging.countries',
      sentence: `no code is answered from \`${country}\`, so that every SMS to there would be refused: name one in \`${AT}\``,
    }));
};

/** What is said of the code of Spot-Hit, which is its own. */
const ofSpotHit = ({ routes = {}, senders }: Stated): readonly Broken[] => {
  if (routes.mms !== 'spot-hit') return [];
  const known = ANSWERS_BY_SPOT_HIT.codes ?? [];
  return known.flatMap(({ code, countries: whence }) => {
    const stated = senders?.replyCodes?.find((each) => each.code === code)?.countries ?? [];
    return stated
      .filter((country) => !whence.includes(country))
      .map((country) => ({
        path: AT,
        sentence: `\`${code}\` is answered from \`${country}\`, and Spot-Hit documents answers from ${whence.join(', ')} alone`,
      }));
  });
};

/** Codes and countries that promise answers which no route of this stage brings. Empty: none. */
export const unansweredCodes = (stated: Stated): readonly Broken[] => [
  ...unsold(stated),
  ...unanswered(stated),
  ...ofSpotHit(stated),
];
