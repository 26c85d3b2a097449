/** What the bytes of an e-mail lack: what must be in each message, D12, D18, D19. Whoever reads one part does not see the other. */

import type { Reason } from '../codes.ts';
import { list, object, text } from '../ledger.ts';
import type { World } from '../world.ts';
import { readHtml } from './html.ts';
import { namesOf, shows, showsWho } from './names.ts';
import { type Part, readText } from './parts.ts';
import {
  elsewhere,
  isHeard,
  isNotice,
  isPaid,
  joinLacks,
  type Lack,
  lackOf,
  reasonsOfLacks,
  refuse,
  registered,
  roadsIn,
} from './roads.ts';
import type { Needs } from './source.ts';
import { announcesAd, tellsWhy } from './words.ts';

const partsOf = (mail: Readonly<Record<string, unknown>>): Part[] => {
  const parts = [
    ...(typeof mail.html === 'string' ? [readHtml(mail.html)] : []),
    ...(typeof mail.text === 'string' ? [readText(mail.text)] : []),
  ];
  return parts.length === 0 ? [{ words: '', pressables: [], ofSome: [] }] : parts;
};

/** RFC 2369: each address of a header, where there is one, is a means that is promised. That there must be one is asked by mailboxes, and by no text. */
const headerLack = (world: World, mail: Readonly<Record<string, unknown>>): Lack => {
  const fields = list(mail.headers).filter((header) => text(header.name).trim().toLowerCase() === 'list-unsubscribe');
  const addresses = fields.flatMap(({ value }) =>
    [...text(value).matchAll(/<([^>]*)>/g)].map((each) => (each[1] ?? '').trim()),
  );
  const lost = addresses.filter((address) => !isHeard(world, address)).map((address) => elsewhere(world, address));
  return joinLacks(lost.map((leadsTo) => (leadsTo === undefined ? 'not-working' : [leadsTo])));
};

/** Who writes: a registered mailbox, a display name, where one is shown, that shows the advertiser, and its name in each part. */
const hides = (world: World, mail: Readonly<Record<string, unknown>>, parts: readonly Part[]): boolean => {
  const from = object(mail.from) ?? {};
  return (
    registered(world, 'email', 'address', text(from.address)) === undefined ||
    (text(from.name) !== '' && !shows(namesOf(world), text(from.name))) ||
    !parts.every((part) => showsWho(world, part.words))
  );
};

/** D12: the notice, and why: by which basis. From where an address came is no basis. */
const hasNotice = (world: World, part: Part): boolean =>
  part.pressables.some(({ href }) => isNotice(world, href)) && tellsWhy(part.words);

/** The codes of an e-mail, whatever is asked of it. */
export const emailCodes = (world: World, mail: Readonly<Record<string, unknown>>, needs: Needs): Reason[] => {
  const parts = partsOf(mail);
  const hidden = hides(world, mail, parts) ? [refuse('ADVERTISER_HIDDEN')] : [];
  if (needs.kind === 'transactional') return hidden;
  const lacks = parts.map((part) => lackOf(world, roadsIn(world, part)));
  const isDear = parts.some((part) => isPaid(part.words));
  const all = [...lacks, headerLack(world, mail)];
  if (needs.kind === 'relational')
    return [
      ...hidden,
      ...(isDear || all.some((lack) => lack !== 'none') ? [refuse('RELATIONAL_REFUSAL_MISSING')] : []),
    ];
  const isAd = announcesAd(text(mail.subject)) || parts.every((part) => announcesAd(part.words));
  return [
    ...hidden,
    ...reasonsOfLacks(all, needs.decided),
    ...(isDear ? [refuse('OPPOSITION_NOT_FREE')] : []),
    ...(parts.every((part) => needs.tellsSource(part.words)) ? [] : [refuse('SOURCE_MENTION_MISSING')]),
    ...(isAd ? [] : [refuse('AD_NOT_RECOGNISABLE')]),
    ...(parts.every((part) => hasNotice(world, part)) ? [] : [refuse('PROCESSING_NOTICE_MISSING')]),
  ];
};
