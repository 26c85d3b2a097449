import type { Answers, Capability, FoundBy, SenderForm } from '#functions/manifest/routes/capability.ts';

/** What docs/channels.md says of each route and channel, beside their names. */
export const HEADS = [
  'to',
  'from',
  'how people answer',
  'from where',
  'how fast',
  'how it ends',
  'what it does by itself',
  'its own list of those who said stop',
] as const;

const SENDERS: Readonly<Record<SenderForm, string>> = {
  'verified-address': 'an address of a verified identity',
  'name-of-3-to-11': 'a name of 3 to 11 letters and digits',
  'name-up-to-11': 'a name of up to 11 letters and digits',
  'short-code': 'a short code',
  number: 'a number',
  pool: 'a pool',
  'automated-range': 'a number of the ranges that automated systems may show',
  'its-own-number': 'a number of its own',
};

const FOUND: Readonly<Record<FoundBy, string>> = {
  link: 'the link of the message itself',
  tag: 'tag',
  'message-answered': 'the message answered',
  url: 'the URL of the message',
  'our-ids': 'our ids',
  code: 'the code',
  'last-sender': 'the last sender',
};

const ANSWER: Readonly<Record<Answers['by'], string>> = {
  link: 'the link and the one click of the mail',
  reply: 'STOP',
  'key-press': 'a key pressed',
};

const LISTS: Readonly<Record<Capability['ownList'], string>> = {
  none: 'none',
  'read-nightly': 'one for each advertiser, read back each night',
  'refused-at-hand-off': 'who is on it is refused when it is sent to, which is an opposition',
  'refused-and-read-where-stated':
    'one for the account: who is on it is refused when it is sent to, which is an opposition; read each night where `senders.optOutList` names it',
  'refused-and-reported':
    'who is on it is refused when it is sent to, or reported as `blacklisted`: each is an opposition',
  'pushed-and-read-nightly':
    'one for the account: each STOP is brought to us once, and the list is read each night for what did not come',
};

const countriesOf = (countries: Capability['countries']): string => {
  if (countries === 'all') return 'all';
  if (countries === 'of-the-account') return 'those of the account';
  return countries === 'stated'
    ? 'those that the settings name; every other is kept closed'
    : `${countries.join(', ')}, and from where \`senders.replyCodes\` says that its code is answered`;
};

/** Where an answer is brought, and what there is where it is not. */
const elseOf = ({ by, comes }: Pick<Answers, 'by' | 'comes'>): string => {
  const stated = comes === 'as-stated' ? `, where \`provider.answers\` has \`${by}\`` : '';
  if (by !== 'key-press') return stated;
  return comes === 'as-stated'
    ? `${stated}; a number to call where it has not`
    : ', where the number that calls accepts it; else a number to call';
};

const answerOf = ({ by, comes, foundBy, isSigned }: Answers): string =>
  [
    `${ANSWER[by]}${elseOf({ by, comes })}`,
    `found by ${foundBy.map((each) => FOUND[each]).join(', else by ')}`,
    ...(isSigned ? [] : ['unsigned, so that it can only add an opposition']),
  ].join('; ');

/** From where a STOP arrives, and at which codes. */
const whence = ({ by, texts }: Answers): string => {
  if (by === 'key-press')
    return 'a key from anywhere; a number to call from where it rings: of four digits and in 08 from the French numbering plan alone, a free one of another country from that country alone';
  if (texts === undefined) return 'anywhere';
  if (texts.codes !== undefined)
    return texts.codes
      .map(
        ({ code, countries }) => `to ${code} alone: ${countries.join(', ')}, or as \`senders.replyCodes\` says of it`,
      )
      .join('; ');
  const stated =
    'as `senders.replyCodes` says; where it says nothing, France to a short code, the country of its prefix to a number in E.164';
  return texts.countries === undefined
    ? stated
    : `${stated}; in either case of these alone, so that to any other, all of France overseas among them, a text that promotes is refused: ${texts.countries.join(' ')}`;
};

const paceOf = ({ ceiling }: Capability): string => {
  if (ceiling.setting === 'account') return 'the quota of the account, read each minute';
  const { setting, requestsPerSecond, partsPerSecond } = ceiling;
  const parts = partsPerSecond === undefined ? '' : `, ${partsPerSecond} parts`;
  return `\`${setting}.requestsPerSecond\`, else ${requestsPerSecond} a second${parts}`;
};

const endOf = ({ reports, givesUp }: Capability): string =>
  [
    reports.length === 0
      ? 'taken, not taken, unknown; an unknown is final'
      : `taken, not taken, unknown; reports by ${reports.map((each) => FOUND[each]).join(', ')}`,
    ...(givesUp ? ['it gives a message up when the lawful hours end'] : []),
  ].join('; ');

const CONFIRMS: Readonly<Record<Exclude<Capability['confirmsStop'], false | undefined>, string>> = {
  'not-established': 'that it confirms a STOP is not established',
  'where-turned-on-and-not-in-france':
    'it confirms a STOP where Opt-Out Assist is turned on, of numbers of the United States and Canada alone',
};

const changesOf = ({ appendsStop, confirmsStop, delays }: Capability): string => {
  const added =
    appendsStop === 'not-established' ? 'that it adds a STOP of its own is not established' : 'it adds a STOP';
  const confirms = confirmsStop ? [CONFIRMS[confirmsStop]] : [];
  const waits = delays === 'not-established' ? 'that it waits is not established' : 'it waits';
  const all = [...(appendsStop === false ? [] : [added]), ...confirms, ...(delays === false ? [] : [waits])];
  return all.length === 0 ? 'nothing' : all.join('; ');
};

/** One line of the table, without channel and route. */
export const cellsOf = (capability: Capability): readonly string[] => [
  countriesOf(capability.countries),
  capability.senders.map((form) => SENDERS[form]).join(', '),
  answerOf(capability.answers),
  whence(capability.answers),
  paceOf(capability),
  endOf(capability),
  changesOf(capability),
  LISTS[capability.ownList],
];
