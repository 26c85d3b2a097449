import type { ShownByRoutes, ShownSenders, TextSender } from '#shared/domain/sending/shown-senders.ts';
import { statedRoutesIn } from '../provider-route.ts';
import { smsRouteIn } from '../sms-route.ts';
import { capabilityOf } from './capabilities.ts';

/** A function is given this where calls leave by nothing that says its numbers. */
export const ANY_NUMBER = 'any';

const ALL: readonly TextSender[] = [
  'name-of-3-to-11',
  'name-up-to-11',
  'short-code',
  'number',
  'pool',
  'its-own-number',
];

const formsBy = (route: string, channel: string): readonly TextSender[] => {
  const declared: readonly string[] = capabilityOf(route, channel)?.senders ?? [];
  return ALL.filter((form) => declared.includes(form));
};

/** By AWS: its names alone where End User Messaging has nothing else, and that as well where a number or a pool is stated. */
const textsByAws = (text: string): ShownSenders => {
  const route = smsRouteIn(text);
  if (route === undefined) return { forms: formsBy('sns', 'sms') };
  const forms = formsBy('end-user-messaging', 'sms');
  const ofNumber: readonly TextSender[] = ['short-code', 'pool'];
  return {
    forms: route.number === undefined ? forms.filter((form) => !ofNumber.includes(form)) : forms,
    names: route.senderIds,
  };
};

/** Which senders the routes of this deployment show, as the environment of a function says it. */
export const shownByRoutesIn = ({
  PROVIDER_ROUTE,
  SMS_ROUTE,
  CALL_NUMBERS,
}: Readonly<Record<'PROVIDER_ROUTE' | 'SMS_ROUTE' | 'CALL_NUMBERS', string>>): ShownByRoutes => {
  const { routes } = statedRoutesIn(PROVIDER_ROUTE);
  const by = (channel: 'sms' | 'mms') => routes.find(({ channels }) => channels.includes(channel))?.name;
  const [sms, mms] = [by('sms'), by('mms')];
  return {
    texts: {
      sms: sms === undefined ? textsByAws(SMS_ROUTE) : { forms: formsBy(sms, 'sms') },
      ...(mms && { mms: { forms: formsBy(mms, 'mms') } }),
    },
    calls: CALL_NUMBERS === ANY_NUMBER ? undefined : CALL_NUMBERS.split(','),
  };
};
