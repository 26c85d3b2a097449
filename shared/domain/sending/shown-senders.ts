import type { SentChannel } from '../message/channel.ts';

/** By what a reader sees a text come, of what a route may show. */
export type TextSender =
  | 'name-of-3-to-11'
  | 'name-up-to-11'
  | 'short-code'
  | 'number'
  /** A number or a pool of the account, for senders that are none of its names. */
  | 'pool'
  | 'its-own-number';

/** Which senders of texts a route shows. */
export interface ShownSenders {
  readonly forms: readonly TextSender[];
  /** The only names that it shows. Absent: whichever the account has. */
  readonly names?: readonly string[] | undefined;
}

/** What the routes of a deployment show. */
export interface ShownByRoutes {
  /** Of each channel of texts that leaves by it. */
  readonly texts: { readonly [Name in SentChannel]?: ShownSenders };
  /** The only numbers that calls come from, in E.164. Absent: whichever the account has. */
  readonly calls?: readonly string[] | undefined;
}

/** `itself`: readers see the sender. `another`: they see a number of the route. `nothing`: no text leaves from it. */
export type ShownAs = 'itself' | 'another' | 'nothing';

const isName = (senderId: string): boolean => /[A-Za-z]/.test(senderId);

const formsOf = (senderId: string): readonly TextSender[] => {
  if (/^\d{5}$/.test(senderId)) return ['short-code'];
  if (!isName(senderId)) return ['number'];
  const length = [...senderId].length;
  return [
    ...(length >= 3 && length <= 11 ? (['name-of-3-to-11'] as const) : []),
    ...(length <= 11 ? (['name-up-to-11'] as const) : []),
  ];
};

const hasFormOf = ({ forms }: ShownSenders, senderId: string): boolean =>
  formsOf(senderId).some((form) => forms.includes(form));

/** Whether the settings of the deployment can state this name, so that the route shows it: no route states a number, and some show no name. */
export const canBeStated = (route: ShownSenders, senderId: string): boolean =>
  route.names !== undefined && isName(senderId) && hasFormOf(route, senderId);

/** What readers see in place of a sender, by this route. */
export const shownAs = (route: ShownSenders, senderId: string): ShownAs => {
  const { forms, names } = route;
  const isOther = names !== undefined && isName(senderId) && !names.includes(senderId);
  if (!isOther && hasFormOf(route, senderId)) return 'itself';
  return forms.includes('its-own-number') || forms.includes('pool') ? 'another' : 'nothing';
};
