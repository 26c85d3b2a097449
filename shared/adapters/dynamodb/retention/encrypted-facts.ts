import type { Proof } from '#shared/app/retention/proof-archive.port.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { readable, storedUnreadable } from '#shared/domain/unreadable.ts';
import type { ArchiveKey, ArchiveOpen } from '../../crypto/archive-keys.ts';
import { contextOfProof } from '../../crypto/encryption-context.ts';

type Facts = Proof['facts'];
/** Whose facts they are: they open there alone. */
type Position = Pick<Proof, 'of' | 'place'>;

/** Facts as they lie in the archive. */
export interface EncryptedFacts {
  readonly wrappedKey: Uint8Array;
  readonly encrypted: Uint8Array;
  readonly encryptedBytes?: Readonly<Record<string, Uint8Array>>;
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
/** No fact has this name: all of them that are no bytes are under it. */
const ALL = '*';

/** Facts that are bytes stay bytes: as text they would take a third more, which is paid for each recipient of a campaign. */
export const encryptedFacts = (
  { wrappedKey, encrypt }: ArchiveKey,
  access: AdvertiserAccess,
  { of, place, facts }: Position & { readonly facts: Facts },
): EncryptedFacts => {
  const contextOf = (part: string) => contextOfProof(access, of, place, part);
  const bytes = Object.entries(facts).flatMap(([name, value]) =>
    isBytes(value) ? [[name, encrypt(value, contextOf(name))] as const] : [],
  );
  const others = Object.fromEntries(Object.entries(facts).filter(([, value]) => !isBytes(value)));
  const encrypted = encrypt(Buffer.from(JSON.stringify(others), 'utf8'), contextOf(ALL));
  return { wrappedKey, encrypted, ...(bytes.length > 0 && { encryptedBytes: Object.fromEntries(bytes) }) };
};

/** The facts again. Throws `stored-unreadable`. */
export const openedFacts = (
  open: ArchiveOpen,
  access: AdvertiserAccess,
  { of, place }: Position,
  { encrypted, encryptedBytes = {} }: EncryptedFacts,
): Facts => {
  const contextOf = (part: string) => contextOfProof(access, of, place, part);
  const others: unknown = readable(() => JSON.parse(Buffer.from(open(encrypted, contextOf(ALL))).toString('utf8')));
  if (typeof others !== 'object' || others === null) throw storedUnreadable();
  const bytes = Object.entries(encryptedBytes).map(([name, each]) => [name, open(each, contextOf(name))]);
  return { ...others, ...Object.fromEntries(bytes) };
};
