import { randomBytes } from 'node:crypto';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { templateVersionsOf } from '#shared/adapters/dynamodb/settings/versions.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { Clock } from '#shared/app/clock.port.ts';
import type { Messages } from '#shared/app/messages/messages.port.ts';
import type { Tokens } from '#shared/app/oppositions/tokens.port.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import type { Advertisers } from '#shared/app/settings/advertisers.port.ts';
import type { TemplateVersions } from '#shared/app/settings/versions.port.ts';
import { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { freshTable, TEST_SECRET, testClock, testVault } from './aws.ts';
import { anAdvertiser, NOW } from './builders.ts';

/** One advertiser on a real store, and links of messages to contacts that nobody knew before. */
export interface LinkWorld {
  readonly tableName: string;
  readonly table: Table;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly ledger: Ledger;
  readonly advertisers: Advertisers;
  readonly messages: Messages;
  readonly templates: TemplateVersions;
  readonly access: AdvertiserAccess;
  aLink(channel?: 'email' | 'sms'): { token: string; contactId: ContactId; messageId: MessageId };
  close(): void;
}

/** Starts it on the DynamoDB Local of the run; its clock stands at NOW. */
export const startLinkWorld = async (): Promise<LinkWorld> => {
  const table = await freshTable();
  const clock = testClock(NOW);
  const advertisers = advertisersOf({ ...table, clock });
  const tokens = tokensOf(TEST_SECRET);
  const { advertiserId, settingsVersion: _v, recordedAt: _r, ...settings } = anAdvertiser();
  const access = admit(advertiserId);
  await advertisers.put(access, AdvertiserSettings.parse(settings), NOW);
  return {
    tableName: table.tableName,
    table,
    clock,
    tokens,
    advertisers,
    messages: messagesOf({ ...table, vault: testVault(), clock }),
    templates: templateVersionsOf(table),
    access,
    ledger: ledgerOf({ ...table, vault: testVault(), clock, expiryOf: async () => addYears(NOW, 3) }),
    aLink: (channel = 'email') => {
      const contactId = `v1n1.${randomBytes(32).toString('base64url')}` as ContactId;
      const messageId = `msg_${randomBytes(16).toString('base64url')}` as MessageId;
      const facts = { advertiserId, contactId, messageId, channel, purpose: 'own-offers' } as const;
      return { token: tokens.mint(facts), contactId, messageId };
    },
    close: () => table.client.destroy(),
  };
};
