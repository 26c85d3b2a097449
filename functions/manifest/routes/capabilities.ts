import type { Capability } from './capability.ts';
import { TWO_WAY_OF_AWS } from './two-way-of-aws.ts';

const AWS_TEXTS = {
  channel: 'sms',
  answers: {
    by: 'reply',
    comes: 'always',
    foundBy: ['message-answered', 'code', 'last-sender'],
    isSigned: true,
    texts: { countries: TWO_WAY_OF_AWS },
  },
  ceiling: { setting: 'smsRoute', requestsPerSecond: 1, partsPerSecond: 10 },
  confirmsStop: false,
  appendsStop: false,
  delays: false,
  ownList: 'refused-and-read-where-stated',
} as const;

const BY_URL = {
  answers: { comes: 'always', foundBy: ['url'], isSigned: true },
  appendsStop: false,
  delays: false,
} as const;
const BY_CONTRACT = {
  ...BY_URL,
  route: 'https',
  countries: 'of-the-account',
  answers: { ...BY_URL.answers, comes: 'as-stated' },
  ceiling: { setting: 'provider', requestsPerSecond: 1 },
  givesUp: true,
  reports: ['url'],
  ownList: 'refused-and-reported',
} as const;
const BY_VONAGE = {
  ...BY_URL,
  route: 'vonage',
  countries: 'of-the-account',
  ceiling: { setting: 'vonage', requestsPerSecond: 1 },
  givesUp: true,
  reports: ['url'],
} as const;

/** Every route that this version has, by channel. */
export const CAPABILITIES = [
  {
    route: 'ses',
    channel: 'email',
    countries: 'all',
    senders: ['verified-address'],
    answers: { by: 'link', comes: 'always', foundBy: ['link'], isSigned: true },
    ceiling: { setting: 'account' },
    givesUp: false,
    reports: ['tag'],
    appendsStop: false,
    delays: false,
    ownList: 'read-nightly',
  },
  {
    ...AWS_TEXTS,
    route: 'sns',
    countries: 'of-the-account',
    senders: ['name-of-3-to-11', 'short-code'],
    givesUp: false,
    reports: [],
  },
  {
    ...AWS_TEXTS,
    route: 'end-user-messaging',
    countries: 'stated',
    senders: ['name-of-3-to-11', 'short-code', 'pool'],
    givesUp: true,
    reports: ['our-ids'],
  },
  {
    ...BY_CONTRACT,
    channel: 'sms',
    senders: ['name-up-to-11', 'short-code', 'number'],
    answers: { ...BY_CONTRACT.answers, by: 'reply', texts: {} },
    confirmsStop: false,
  },
  {
    ...BY_CONTRACT,
    channel: 'mms',
    senders: ['name-up-to-11', 'short-code', 'number'],
    answers: { ...BY_CONTRACT.answers, by: 'reply', texts: {} },
    confirmsStop: false,
    mediaBytes: 300_000,
  },
  {
    ...BY_CONTRACT,
    channel: 'automated-call',
    senders: ['automated-range'],
    answers: { ...BY_CONTRACT.answers, by: 'key-press' },
  },
  {
    ...BY_VONAGE,
    channel: 'sms',
    senders: ['name-up-to-11', 'short-code', 'number'],
    answers: { by: 'reply', comes: 'always', foundBy: ['code', 'last-sender'], isSigned: true, texts: {} },
    confirmsStop: 'where-turned-on-and-not-in-france',
    ownList: 'refused-at-hand-off',
  },
  {
    ...BY_VONAGE,
    channel: 'automated-call',
    senders: ['automated-range'],
    answers: { ...BY_VONAGE.answers, by: 'key-press' },
    ownList: 'none',
  },
  {
    ...BY_URL,
    route: 'smsmode',
    channel: 'sms',
    countries: 'of-the-account',
    senders: ['name-up-to-11', 'short-code'],
    answers: { by: 'reply', comes: 'always', foundBy: ['url'], isSigned: false, texts: {} },
    ceiling: { setting: 'smsmode', requestsPerSecond: 1 },
    givesUp: false,
    reports: [],
    appendsStop: 'not-established',
    delays: 'not-established',
    confirmsStop: 'not-established',
    ownList: 'refused-at-hand-off',
  },
  {
    route: 'spot-hit',
    channel: 'mms',
    countries: ['FR'],
    senders: ['its-own-number'],
    answers: {
      by: 'reply',
      comes: 'always',
      foundBy: ['message-answered', 'code', 'last-sender'],
      isSigned: false,
      texts: { codes: [{ code: '36200', countries: ['FR'] }] },
    },
    ceiling: { setting: 'spotHit', requestsPerSecond: 1 },
    givesUp: false,
    reports: [],
    appendsStop: 'not-established',
    confirmsStop: 'not-established',
    delays: 'not-established',
    ownList: 'pushed-and-read-nightly',
    mediaBytes: 300_000,
  },
  {
    route: 'connect',
    channel: 'automated-call',
    countries: 'of-the-account',
    senders: ['automated-range'],
    answers: { by: 'key-press', comes: 'always', foundBy: ['our-ids'], isSigned: true },
    ceiling: { setting: 'connect', requestsPerSecond: 2 },
    givesUp: false,
    reports: ['our-ids'],
    appendsStop: false,
    delays: false,
    ownList: 'none',
  },
] as const satisfies readonly Capability[];

/** The routes that carry a channel, by name. */
type RouteOf<Channel extends Capability['channel']> = Extract<
  (typeof CAPABILITIES)[number],
  { readonly channel: Channel }
>['route'];

/** What a route carries of a channel; `undefined`: nothing. */
export const capabilityOf = (route: string, channel: string): Capability | undefined =>
  CAPABILITIES.find((each) => each.route === route && each.channel === channel);

/** The routes that carry a channel, in the order of the list. */
export const routesFor = <Channel extends Capability['channel']>(channel: Channel): readonly RouteOf<Channel>[] =>
  CAPABILITIES.flatMap((each) => (each.channel === channel ? [each.route as RouteOf<Channel>] : []));
