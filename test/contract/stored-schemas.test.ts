import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as ofAudience from '#shared/adapters/dynamodb/audience-items.ts';
import * as ofCampaigns from '#shared/adapters/dynamodb/campaigns/campaign-items.ts';
import * as ofCentre from '#shared/adapters/dynamodb/centre/code-items.ts';
import * as ofErasures from '#shared/adapters/dynamodb/erasure/erasure-items.ts';
import * as ofFeedback from '#shared/adapters/dynamodb/feedback/round-items.ts';
import * as ofTable from '#shared/adapters/dynamodb/items.ts';
import * as ofJobs from '#shared/adapters/dynamodb/job-items.ts';
import * as ofTexts from '#shared/adapters/dynamodb/messages/text-items.ts';
import * as ofWaiting from '#shared/adapters/dynamodb/messages/waiting/waiting-items.ts';
import * as ofPartners from '#shared/adapters/dynamodb/partners/partner-items.ts';
import * as ofRetention from '#shared/adapters/dynamodb/retention/retention-items.ts';
import * as ofExports from '#shared/adapters/dynamodb/rights/export-items.ts';
import * as ofLists from '#shared/adapters/dynamodb/rights/opposed-items.ts';
import * as ofRights from '#shared/adapters/dynamodb/rights/rights-items.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';

/**
 * What lies in the table was written by an older release. When a hash changes: make the reader accept both shapes, raise
 * `v` for a shape the old reader cannot take, and only then write the new hash here.
 */
const PINNED: Readonly<Record<string, string>> = {
  ApiKeyItem: '9bfeae9014b6f78c',
  CampaignItem: '63db5bc4061e5713',
  CodeItem: '6505a338c8aea5f1',
  ChunkItem: '522d6c3371721d96',
  ChunkResultItem: 'e07bc493a210fcf9',
  ReportedItem: '5ae3c3773cee4902',
  ListedCampaignItem: '53458e340d4976aa',
  NextRunItem: 'cb3f96ca30e0ed4a',
  OccurrenceItem: '8414a1f9aa1e31ff',
  PaceItem: '727047698a9150cb',
  ProgressItem: 'ae1a2160ed17e509',
  RunMarkItem: '17fedd99600bff02',
  RunningItem: '488636092847a2e5',
  StartItem: 'e69bd9f8ed8dc1c4',
  WaitingPageItem: '2279da60176e2127',
  ConfirmationItem: '7591009b7b4e85c8',
  DecidedItem: '1bb5d0638e3999f9',
  DueCursorItem: '7d690c8b7625eb0b',
  ErasureItem: '4291d3cf72558c6e',
  DueErasureItem: '4d13aa4c465e756c',
  DueItem: 'd858a1b9c47f6b83',
  EventItem: '94c02f31c0525f45',
  FormVersionItem: '5597945acae716d3',
  ListedApiKeyItem: 'a507cc180f4c9cf8',
  MessageItem: 'bd034a45077b9a23',
  NamedTextItem: 'ed01ad81a3cde232',
  OwnTextStored: 'ed937e2172fac91d',
  AdvertiserKeyItem: 'c54e50d205639ee4',
  ParkedItem: '9d8c07a673ec732b',
  PersonItem: '046f5b4df51f2052',
  ReplyCodeItem: '1a07bb113392703c',
  RequestItem: '6420b414d232484b',
  RoundItem: 'a92e5e67d1e7e180',
  ReviewDecisionItem: 'b905cd96ac9a8035',
  IdentitiesItem: 'bb7a510a7f36effc',
  HaltsItem: 'c0f25d173a38c197',
  HaltChangeItem: '05a1d208ec0c3bf4',
  HolderItem: '406a3038b97f75df',
  CreatedApiKeyItem: '695001c052ce5743',
  ReviewItem: '09bdaabf3d15e273',
  EncryptedItem: '250998ab205b572f',
  SendsItem: '96f1c6219013bb8b',
  SettingsItem: '059bc9000baa61c0',
  ListedAdvertiserItem: '2b3f7bf4edb7f829',
  SirenItem: '66ddc85f58225ac9',
  ProfileItem: '6e9d59cc2a94b99a',
  AudienceRowItem: 'edb43336b2729a89',
  AudienceFollowedItem: '9616d113195596ae',
  ListedContactItem: '0c455587153ce78f',
  CampaignJobItem: 'ff30d60437a54db5',
  JobItem: '96d8cc8214ff8a03',
  ListedJobItem: '02dfd7a164c90263',
  UploadItem: 'b962ca676d75e4ba',
  StandingItem: '4fbb71573c1d5734',
  ExpiryItem: '19df65d6746f6695',
  ExpiryDayItem: 'deb4dd0901b6991c',
  DeletionItem: '8dfa219687d825b1',
  SentProofItem: '30d8ed11f394bb9d',
  FormerEventItem: '948efbde5415f2e2',
  EventPositionItem: '4399b09782beb27b',
  TestRecipientsItem: 'fa9ccc10e7743e11',
  TemplateVersionItem: '5372c6a91f2f3254',
  TemplateApprovalItem: 'b0f84d1b76edb9f0',
  WaitingItem: '4e27bed3e2918911',
  WaitingRecipientsItem: 'db7828fead587376',
  ListedRightsItem: '55cca880abb49f13',
  RightsItem: '708ec96edbdacc8a',
  DisclosureItem: 'd79fbe3bcdb250d6',
  PartnerNotificationItem: 'c451deadd5c554db',
  ListedNotificationItem: 'e8d4b6089b8b38d3',
  ArchivedCampaignItem: '6d618fcd8b9ab6d8',
  ExportJobItem: 'fa0d1abcb93a213c',
  ExportedContactItem: 'f28ec3b3fef7c6de',
  ListKeyItem: 'e544482d8c615134',
  OfferedListKeyItem: '301d09ee3d57a456',
  ListedOppositionItem: 'de58539ad4e537db',
};

const items = {
  ...ofTable,
  ...ofAudience,
  ...ofCampaigns,
  ...ofCentre,
  ...ofErasures,
  ...ofFeedback,
  ...ofJobs,
  ...ofRetention,
  ...ofRights,
  ...ofPartners,
  ...ofTexts,
  ...ofWaiting,
  ...ofLists,
  ...ofExports,
};

/** Sentences about properties are no part of what is stored. */
const NO_SENTENCES = z.registry<z.core.GlobalMeta>();

test.each(Object.entries(items))('the stored shape of %s has not changed unnoticed', (name, schema) => {
  const shape = z.toJSONSchema(schema, { io: 'input', metadata: NO_SENTENCES, unrepresentable: 'any' });
  const hash = sha256OfJson(shape).slice(0, 16);
  const advice = `${name} is stored in another shape. A property that is optional or has a default still reads old items: write ${hash} into PINNED of this file. For any other change see the comment above PINNED.`;
  expect(hash, advice).toBe(PINNED[name]);
});
