import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { attributesNamed } from '#shared/domain/audience/attributes.ts';
import { type AudienceList, type AudienceRow, audienceRowsOf } from '#shared/domain/audience/audience-row.ts';
import { concurrentChange } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { LONGEST_VALIDITY_DAYS } from '#shared/domain/message/message.ts';
import { addDays, epochSeconds, secondAfter } from '#shared/domain/time/instant.ts';
import { endOfUse } from '#shared/law/readings/proof.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { AudienceIndex, IndexedContact } from './audience-index.port.ts';

export interface ProjectPorts {
  readonly audienceIndex: Omit<AudienceIndex, 'follow'>;
  readonly advertisers: Pick<Advertisers, 'get'>;
}

/** A contact, and the lists in which it may have a row that it is not to have any more. */
export interface ProjectContact {
  readonly access: AdvertiserAccess;
  readonly contactId: ContactId;
  readonly before: readonly AudienceList[];
}

/** Times that a contact is read again because somebody changed it meanwhile. */
const ROUNDS = 5;

const keyOf = ({ channel, purpose }: AudienceList): string => `${channel}#${purpose}`;

const without = (lists: readonly AudienceList[], rows: readonly AudienceList[]): readonly AudienceList[] => {
  const kept = new Set(rows.map(keyOf));
  return lists.filter((list) => !kept.has(keyOf(list)));
};

/** The rows that a contact is to have. */
export const wantedRows = async (
  { advertisers }: ProjectPorts,
  access: AdvertiserAccess,
  { standing, prefix, labels, revision }: IndexedContact,
): Promise<readonly AudienceRow[]> => {
  if (standing === undefined) return [];
  const names = (await advertisers.get(access))?.audienceLabels ?? [];
  return audienceRowsOf({ standing, prefix, labels: attributesNamed(labels, names), revision });
};

/**
 * Makes the rows of a contact what its standing and its profile say now, whatever change asked for it: changes may come
 * twice, late, or in another order. Whoever follows the latest change reads the latest state, and its rows give way to none
 * before it. Only a row that was written where none lay could not be refused: somebody may have removed it meanwhile. So the
 * standing is read once more then. Throws `concurrent-change` where the contact changes without end.
 */
export const projectContact = async (ports: ProjectPorts, command: ProjectContact): Promise<void> => {
  const { access, contactId } = command;
  let { before } = command;
  for (let round = 0; round < ROUNDS; round += 1) {
    const contact = await ports.audienceIndex.read(access, contactId);
    const rows = await wantedRows(ports, access, contact);
    const isSure = await write(ports, { ...command, before: without(before, rows) }, contact, rows);
    if (isSure) return;
    const { standing } = await ports.audienceIndex.read(access, contactId);
    if (standing?.seq === contact.standing?.seq) return;
    before = [...without(before, rows), ...rows];
  }
  throw concurrentChange();
};

/** When the rows of a contact go that stays for its opposition alone: its standing has no end of its own. Seconds since 1970. */
const endOfRows = async (
  { advertisers }: Pick<ProjectPorts, 'advertisers'>,
  access: AdvertiserAccess,
  standing: Standing | undefined,
): Promise<number | undefined> => {
  const end = standing && endOfUse(standing, await advertisers.get(access));
  return end && secondAfter(end);
};

/** No run lasts longer than a message may be valid: who moved before all that go on is in none. */
const endOfRow = ({ movedAt }: AudienceRow, expiresAt: number | undefined): number | undefined => {
  if (movedAt === undefined) return expiresAt;
  const end = epochSeconds(addDays(movedAt, LONGEST_VALIDITY_DAYS + 1));
  return expiresAt === undefined ? end : Math.min(end, expiresAt);
};

/** Resolves to true where the rows are right, or those of a later state, whatever others did meanwhile. */
const write = async (
  { audienceIndex, advertisers }: ProjectPorts,
  { access, contactId, before }: ProjectContact,
  contact: IndexedContact,
  rows: readonly AudienceRow[],
): Promise<boolean> => {
  const { standing, chainStart = 0, revision, remainder } = contact;
  const expiresAt = contact.expiresAt ?? (await endOfRows({ advertisers }, access, standing));
  const version = { seq: standing?.seq ?? 0, revision, chainStart };
  await Promise.all(before.map((list) => audienceIndex.remove(access, list, contactId, standing && version)));
  const created = await Promise.all(
    rows.map((row) => audienceIndex.put(access, row, { version, expiresAt: endOfRow(row, expiresAt) })),
  );
  if (remainder !== undefined) await audienceIndex.removeProfile(access, contactId, remainder);
  return standing !== undefined && !created.includes(true);
};
