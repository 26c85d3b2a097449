import { describe, expect, test } from 'vitest';
import { CAMPAIGN_WORDS } from '#console/campaigns/words.ts';
import { CONTACT_WORDS } from '#console/contacts/words.ts';
import { PATHS, WORDS } from '#console/frame/words.ts';
import { MESSAGE_WORDS, STATES } from '#console/messages/words.ts';
import { LedgerEvent } from '#shared/domain/ledger/ledger-event.ts';
import { CHANNELS } from '#shared/domain/message/channel.ts';
import { MessageStatus, UndeliveredCause } from '#shared/domain/message/message.ts';
import { Via } from '#shared/domain/opposition/opposition.ts';
import { SaleType } from '#shared/domain/sale/sale.ts';
import { TITLES } from '#shared/pages/personal-data/words/titles.ts';

const eventTypes = LedgerEvent.def.options.map(({ def }) => String(def.shape.type.def.values[0]));

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test.each([
    ['a channel', CHANNELS, WORDS[language].channels],
    ['a state of a message', MessageStatus.options, MESSAGE_WORDS[language].states],
    ['a cause for which a message reached nobody', UndeliveredCause.options, MESSAGE_WORDS[language].undeliveredCauses],
    ['a way of an opposition', Via.options, CONTACT_WORDS[language].vias],
    ['a kind of sale', SaleType.options, CONTACT_WORDS[language].sale],
    ['an event of a contact', eventTypes, TITLES],
  ])('%s is called by a word, and no word is for nothing else', (_what, values, words) => {
    expect(values.length).toBeGreaterThan(3);
    expect(values.filter((each) => !(each in words))).toEqual([]);
  });

  test('every page has its own address', () => {
    const all = Object.values(PATHS).flatMap((paths) => Object.values(paths));
    expect(new Set(all).size).toBe(all.length);
  });
});

test.each([
  ['of a campaign', CAMPAIGN_WORDS.fr.causes, CAMPAIGN_WORDS.en.causes],
  ['of a message that is set aside', MESSAGE_WORDS.fr.parkedCauses, MESSAGE_WORDS.en.parkedCauses],
  ['of both', WORDS.fr.causes, WORDS.en.causes],
])('both languages have words for the same causes %s', (_, fr, en) => {
  expect(Object.keys(en).length).toBeGreaterThan(1);
  expect(Object.keys(fr)).toEqual(Object.keys(en));
});

test('every state of a message can be asked for', () => {
  expect(STATES.toSorted()).toEqual(MessageStatus.options.toSorted());
});
