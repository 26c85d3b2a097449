import type { AnswersOfRoutes, ReplyCode, TextAnswers } from '#shared/domain/sending/text-answers.ts';
import { type ProviderRoute, statedRoutesIn } from '../provider-route.ts';
import { capabilityOf } from './capabilities.ts';

/**
 * What the route of a channel receives: at the codes that the deployment states, or at those that the route has for itself. From where each of
 * these is answered its documentation says, or the deployment, which knows its account.
 */
const answersBy = (route: string, channel: string, stated: readonly ReplyCode[] | undefined): TextAnswers => {
  const { codes: own, countries } = capabilityOf(route, channel)?.answers.texts ?? {};
  const codes = own?.map((each) => stated?.find(({ code }) => code === each.code) ?? each) ?? stated;
  return { ...(codes && { codes }), ...(countries && { countries }) };
};

/** Which answers to texts this deployment receives, as the environment of a function says it. SMS leave by AWS where no provider takes them. */
export const textAnswersIn = (text: string): AnswersOfRoutes => {
  const { routes, codes } = statedRoutesIn(text);
  const by = (channel: ProviderRoute['channels'][number]) =>
    routes.find(({ channels }) => channels.includes(channel))?.name;
  const mms = by('mms');
  return {
    sms: answersBy(by('sms') ?? 'sns', 'sms', codes),
    ...(mms === undefined ? {} : { mms: answersBy(mms, 'mms', codes) }),
  };
};
