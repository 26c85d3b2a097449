import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Opposition } from '#shared/domain/opposition/opposition.ts';
import { coveredBy } from '../contacts/whom-it-covers.ts';
import { isSameAct } from '../oppositions/person-oppositions.ts';
import type { Ledger } from './ledger.port.ts';

/** As much of an opposition as finds it at the other contacts that it was written to. */
type Earlier = Pick<Opposition, 'id' | 'of' | 'via' | 'occurredAt' | 'coversRelational' | 'recordedAt'>;

/** Position of this act at another contact; `undefined`: it was never written there. */
const positionAt = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  { contactId, oppositions }: Standing,
  earlier: Earlier,
): Promise<number | undefined> => {
  const own = oppositions.find((each) => isSameAct(each, earlier));
  if (own !== undefined) return own.seq;
  // Merged into a wider one in the standing: the ledger still has it.
  const events = await ledger.listEvents(access, contactId);
  return events.find((event) => event.type === 'opposition-registered' && isSameAct(event, earlier))?.seq;
};

/** Position of the latest consent at a contact, where it came after this act. */
const consentAfter = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  contactId: ContactId,
  earlier: Earlier,
): Promise<number | undefined> => {
  const standing = await ledger.readStanding(access, contactId);
  const latest = standing?.consents.toSorted((a, b) => a.seq - b.seq).at(-1);
  if (standing === undefined || latest === undefined) return undefined;
  const position = await positionAt(ledger, access, standing, earlier);
  const isLater = position === undefined ? latest.recordedAt > earlier.recordedAt : latest.seq > position;
  return isLater ? latest.seq : undefined;
};

/**
 * Where consents came after an opposition at the contacts that it covers beside its own: a name that is another one once the person agreed
 * again. `undefined`: nowhere, and the same said again is no new act. Throws `stored-unreadable`.
 *
 * @param seen the standing of the contact at which it was registered
 */
export const agreedBeside = async (
  ledger: Ledger,
  access: AdvertiserAccess,
  seen: Standing,
  earlier: Earlier,
): Promise<string | undefined> => {
  const { others } = await coveredBy(ledger, access, seen, earlier);
  const found = await Promise.all(
    others.map(async (each) => ({ each, seq: await consentAfter(ledger, access, each, earlier) })),
  );
  const places = found.flatMap(({ each, seq }) => (seq === undefined ? [] : [`${each}/${seq}`]));
  return places.length === 0 ? undefined : places.toSorted().join(' ');
};
