import { type Raw, type Terms, termsIn } from './ends-of-contact.ts';
import {
  goesBySettings,
  type Judged,
  judgeBySettings,
  judgeContact,
  judgeItem,
  judgeRow,
  type Wrong,
} from './judge-items.ts';

/** What is read of a table: everything, a page at a time, and single items. */
export interface ScannedTable {
  pages(): AsyncIterable<readonly Raw[]>;
  get(pk: string, sk: string): Promise<Raw | undefined>;
}

/** Something that is not as it must be: where it lies, by ids alone. */
export interface Finding {
  readonly wrong: Wrong;
  readonly kind: string;
  readonly pk: string;
  readonly sk: string;
}

/** What was found, and how much of each advertiser goes when. */
export interface ScanReport {
  readonly items: number;
  readonly findings: readonly Finding[];
  /** By advertiser, month and kind. */
  readonly ends: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;
}

const NO_ADVERTISER = 'the deployment';
const NO_END = 'without an end';
/** Beginnings of keys whose second part is no advertiser. */
const OF_DEPLOYMENT = /^(?:ADVERTISERS|APIKEYS?|DUE|EXPIRY|HALTS|IDENTITY|PACE|PARKED|REPLYCODE|ROUND|SIREN)\b/;
/** Whose an item is, by its key; `the deployment` where it is of no advertiser. */
export const advertiserOf = ({ pk }: Raw): string =>
  OF_DEPLOYMENT.test(String(pk)) ? NO_ADVERTISER : String(pk).split('#')[1] || NO_ADVERTISER;
const isOfContact = ({ pk }: Raw): boolean => String(pk).startsWith('CONTACT#');

/** A whole table, read by rules that nothing else of the product shares. `now`: an instant. */
export const scanTable = async (table: ScannedTable, now: string): Promise<ScanReport> => {
  const findings: Finding[] = [];
  const ends = new Map<string, Map<string, Map<string, number>>>();
  const terms = new Map<string, Promise<Terms>>();
  let items = 0;

  const termsOf = (advertiserId: string): Promise<Terms> => {
    const known = terms.get(advertiserId) ?? table.get(`ADVERTISER#${advertiserId}`, 'SETTINGS').then(termsIn);
    terms.set(advertiserId, known);
    return known;
  };
  const note = (item: Raw, { kind, wrong, endsIn = NO_END }: Judged): void => {
    items += 1;
    if (wrong !== undefined) findings.push({ wrong, kind, pk: String(item.pk), sk: String(item.sk) });
    const months = ends.get(advertiserOf(item)) ?? new Map<string, Map<string, number>>();
    const kinds = months.get(endsIn) ?? new Map<string, number>();
    ends.set(advertiserOf(item), months.set(endsIn, kinds.set(kind, (kinds.get(kind) ?? 0) + 1)));
  };
  const notePerson = async (item: Raw): Promise<void> => {
    const contacts: readonly unknown[] = Array.isArray(item.contacts) ? item.contacts : [];
    const isOpposed = Array.isArray(item.oppositions) && item.oppositions.length > 0;
    const found = await Promise.all(
      contacts.map((contact) => table.get(`CONTACT#${advertiserOf(item)}#${String(contact)}`, 'STANDING')),
    );
    const survivor =
      item.mergedInto === undefined
        ? undefined
        : await table.get(`PERSON#${advertiserOf(item)}#${String(item.mergedInto)}`, 'PERSON');
    const isAlone = !isOpposed && [...found, survivor].every((each) => each === undefined);
    note(item, { kind: 'person', ...(isAlone ? { wrong: 'without-its-contact' as const } : {}) });
  };
  const judgeOne = async (item: Raw): Promise<Judged> => {
    if (goesBySettings(item)) return judgeBySettings(item, await termsOf(advertiserOf(item)), now);
    if (item.entity !== 'audience-row' || item.expiresAt !== undefined) return judgeItem(item, now);
    const standing = await table.get(`CONTACT#${advertiserOf(item)}#${String(item.sk)}`, 'STANDING');
    return judgeRow(standing, await termsOf(advertiserOf(item)));
  };
  const noteContact = async (group: readonly Raw[]): Promise<void> => {
    const [first] = group;
    if (first === undefined) return;
    const judged = judgeContact(group, await termsOf(advertiserOf(first)), now);
    // In the order of the judge: what is wrong is found under the partition all the same.
    for (const each of judged) note(group.find(({ entity }) => entity === each.kind) ?? first, each);
  };

  let group: Raw[] = [];
  for await (const page of table.pages())
    for (const item of page) {
      if (group.length > 0 && group[0]?.pk !== item.pk) {
        await noteContact(group);
        group = [];
      }
      if (isOfContact(item)) group.push(item);
      else if (item.entity === 'person') await notePerson(item);
      else note(item, await judgeOne(item));
    }
  await noteContact(group);
  return { items, findings, ends };
};
