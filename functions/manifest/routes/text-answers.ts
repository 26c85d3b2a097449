import type { AnswersOfRoutes, ReplyCode, TextAnswers } from '#shared/domain/sending/text-answers.ts';
import { type ProviderRoute, statedRoutesIn } from '../provider-route.ts';
import { TWO_WAY_OF_AWS } from './two-way-of-aws.ts';

/** By AWS End User Messaging, also where Amazon SNS sends by it: to whichever code of the account, from where AWS sells two-way SMS. */
export const ANSWERS_BY_AWS: TextAnswers = { countries: TWO_WAY_OF_AWS };
/** By Spot-Hit: to the one code of all its accounts (refusal 24 of its API), from France; of other countries nothing is documented. */
export const ANSWERS_BY_SPOT_HIT: TextAnswers = { codes: [{ code: '36200', countries: ['FR'] }] };

/** By a route outside AWS; what is not here receives at the codes of its account, from wherever these are answered. */
const OF_ROUTES: { readonly [Name in ProviderRoute['name']]?: TextAnswers } = { 'spot-hit': ANSWERS_BY_SPOT_HIT };

/** What the route of a channel receives: of the codes that the deployment states, or of those that the route has for itself. */
const answersBy = (ofRoute: TextAnswers, codes: readonly ReplyCode[] | undefined): TextAnswers =>
  codes === undefined ? ofRoute : { codes, ...ofRoute };

/** Which answers to texts this deployment receives, as the environment of a function says it. SMS leave by AWS where no provider takes them. */
export const textAnswersIn = (text: string): AnswersOfRoutes => {
  const { routes, codes } = statedRoutesIn(text);
  const by = (channel: ProviderRoute['channels'][number]) => routes.find(({ channels }) => channels.includes(channel));
  const [sms, mms] = [by('sms'), by('mms')];
  return {
    sms: answersBy(sms === undefined ? ANSWERS_BY_AWS : (OF_ROUTES[sms.name] ?? {}), codes),
    ...(mms === undefined ? {} : { mms: answersBy(OF_ROUTES[mms.name] ?? {}, codes) }),
  };
};
