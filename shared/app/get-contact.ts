import type { AdvertiserScope } from '../domain/advertiser-scope.ts';
import { contactNotFound } from '../domain/failure.ts';
import type { FormReference, FormVersion } from '../domain/form-version.ts';
import type { ContactId, FactId } from '../domain/ids.ts';
import { missingEvidence, missingOfSale } from '../domain/law/evidence.ts';
import type { LedgerEvent } from '../domain/ledger-event.ts';
import type { Standing } from '../domain/standing.ts';
import type { FormVersions, Ledger } from './ports.ts';

/** A contact as it stands, how it came to that, and what each basis lacks. */
export interface ContactStory {
  readonly standing: Standing;
  readonly timeline: readonly LedgerEvent[];
  readonly missing: ReadonlyMap<FactId, readonly string[]>;
}

/** The standing and the timeline of a contact. Throws `contact-not-found`, also for an expired one. */
export const getContact = async (
  ports: { readonly ledger: Ledger; readonly formVersions: FormVersions },
  { scope, contactId }: { readonly scope: AdvertiserScope; readonly contactId: ContactId },
): Promise<ContactStory> => {
  const standing = await ports.ledger.readStanding(scope, contactId);
  if (!standing) throw contactNotFound();
  const formOf = async (form: FormReference | undefined): Promise<FormVersion | undefined> =>
    form && (await ports.formVersions.get(scope, form));
  const consents = standing.consents.map(
    async (consent) => [consent.id, missingEvidence(consent, await formOf(consent.form))] as const,
  );
  const sales = standing.sales.map(async (sale) => [sale.id, missingOfSale(sale, await formOf(sale.form))] as const);
  return {
    standing,
    timeline: await ports.ledger.listEvents(scope, contactId),
    missing: new Map(await Promise.all([...consents, ...sales])),
  };
};
