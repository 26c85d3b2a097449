import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as items from '#shared/adapters/dynamodb/items.ts';
import { sha256OfJson } from '#shared/domain/canonical.ts';

/**
 * What lies in the table was written by an older release. When a hash changes: make the reader accept both shapes, raise
 * `v` for a shape the old reader cannot take, and only then write the new hash here.
 */
const PINNED: Readonly<Record<string, string>> = {
  ApiKeyItem: 'f2e7769145722db6',
  DueCursorItem: '7d690c8b7625eb0b',
  DueItem: 'd858a1b9c47f6b83',
  EventItem: '8ed5e9f1f8a66a56',
  FormVersionItem: 'd62adf7b2c00ed06',
  MessageItem: '0ebac4e2036d0bc3',
  PersonItem: 'a816b6def05d6118',
  ReplyCodeItem: '1a07bb113392703c',
  RequestItem: '8595098918cd97d8',
  SealedItem: '250998ab205b572f',
  SendsItem: '8f336308b12fd693',
  SettingsItem: '6d243994bf27d283',
  SirenItem: '66ddc85f58225ac9',
  StandingItem: 'f3d5b94192fa49e4',
};

test.each(Object.entries(items))('the stored shape of %s has not changed unnoticed', (name, schema) => {
  expect(sha256OfJson(z.toJSONSchema(schema, { io: 'input' })).slice(0, 16)).toBe(PINNED[name]);
});
