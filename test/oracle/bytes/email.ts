/** What the bytes of an e-mail lack: what must be in each message, D12, D18, D19. Whoever reads one part does not see the other. */

import { list, object, text } from '../ledger.ts';
import type { World } from '../world.ts';
import { readHtml } from './html.ts';
import { namesOf, shows, showsWho } from './names.ts';
import { type Part, readText } from './parts.ts';
import { isHeard, isNotice, isPaid, type Lack, lackOf, registered, roadsIn } from './roads.ts';
import type { Needs } from './source.ts';
import { announcesAd, tellsSource, tellsWhy } from './words.ts';

const partsOf = (mail: Readonly<Record<string, unknown>>): Part[] => {
  const parts = [
    ...(typeof mail.html === 'string' ? [readHtml(mail.html)] : []),
    ...(typeof mail.text === 'string' ? [readText(mail.text)] : []),
  ];
  return parts.length === 0 ? [{ words: '', pressables: [] }] : parts;
};

/** RFC 2369 and 8058: one field, one https address of ours in it, every address of it heard; and the pair of RFC 8058. */
const headerLack = (world: World, mail: Readonly<Record<string, unknown>>): Lack => {
  const valuesOf = (name: string): string[] =>
    list(mail.headers)
      .filter((header) => text(header.name).trim().toLowerCase() === name)
      .map((header) => text(header.value).trim());
  const fields = valuesOf('list-unsubscribe'),
    posts = valuesOf('list-unsubscribe-post');
  if (fields.length === 0 || posts.length === 0) return 'missing';
  const addresses = [...(fields[0] ?? '').matchAll(/<([^>]*)>/g)].map((each) => (each[1] ?? '').trim());
  const works =
    fields.length === 1 &&
    posts.length === 1 &&
    (fields[0] ?? '').startsWith('<') &&
    posts[0] === 'List-Unsubscribe=One-Click' &&
    addresses.some((address) => /^https:/i.test(address)) &&
    addresses.every((address) => isHeard(world, address));
  return works ? 'none' : 'not-working';
};

/** Who writes: a registered mailbox, a display name that shows the advertiser, and its name in each part. */
const hides = (world: World, mail: Readonly<Record<string, unknown>>, parts: readonly Part[]): boolean => {
  const from = object(mail.from) ?? {};
  return (
    registered(world, 'email', 'address', text(from.address)) === undefined ||
    !shows(namesOf(world), text(from.name)) ||
    !parts.every((part) => showsWho(world, part.words))
  );
};

const hasNotice = (world: World, part: Part): boolean =>
  part.pressables.some(({ href }) => isNotice(world, href)) &&
  (tellsWhy(part.words) || tellsSource(part.words, namesOf(world)));

/** The codes of an e-mail, whatever is asked of it. */
export const emailCodes = (world: World, mail: Readonly<Record<string, unknown>>, needs: Needs): string[] => {
  const parts = partsOf(mail);
  const hidden = hides(world, mail, parts) ? ['ADVERTISER_HIDDEN'] : [];
  if (needs.kind === 'transactional') return hidden;
  const lacks = parts.map((part) => lackOf(world, roadsIn(world, part)));
  const isDear = parts.some((part) => isPaid(part.words));
  if (needs.kind === 'relational')
    return [...hidden, ...(isDear || lacks.some((lack) => lack !== 'none') ? ['RELATIONAL_REFUSAL_MISSING'] : [])];
  const all = [...lacks, headerLack(world, mail)];
  const isAd = announcesAd(text(mail.subject)) || parts.every((part) => announcesAd(part.words));
  return [
    ...hidden,
    ...(all.includes('missing') ? ['OPPOSITION_MENTION_MISSING'] : []),
    ...(all.includes('not-working') ? ['OPPOSITION_ROAD_NOT_WORKING'] : []),
    ...(isDear ? ['OPPOSITION_NOT_FREE'] : []),
    ...(parts.every((part) => needs.tellsSource(part.words)) ? [] : ['SOURCE_MENTION_MISSING']),
    ...(isAd || needs.kind === 'renewal-request' ? [] : ['AD_NOT_RECOGNISABLE']),
    ...(parts.every((part) => hasNotice(world, part)) ? [] : ['PROCESSING_NOTICE_MISSING']),
  ];
};
