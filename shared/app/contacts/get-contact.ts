import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contactNotFound } from '#shared/domain/failure.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { missingEvidence, missingOfSale } from '#shared/law/facts/evidence.ts';
import {
  type BasisContext,
  type Usability,
  usabilityOfConsent,
  usabilityOfSale,
} from '#shared/law/readings/usability.ts';
import type { Clock } from '../clock.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions } from '../settings/versions.port.ts';
import { formsOfStanding } from '../verdicts/forms-of-standing.ts';
import { withDecisions } from '../verdicts/vet-with-decisions.ts';
import { knownAdvertiser } from './contact-of.ts';

/** What a basis can support now, and the evidence it lacks. */
type Judged = Usability & { readonly missing: readonly string[] };

/** The standing of a contact, and whether each basis can be used by itself. */
export interface ContactStory {
  readonly standing: Standing;
  readonly judged: ReadonlyMap<FactId, Judged>;
}

export interface StoryPorts {
  readonly ledger: Ledger;
  readonly formVersions: FormVersions;
  readonly advertisers: Advertisers;
  readonly clock: Clock;
  readonly reviews: Pick<Reviews, 'find'>;
}

/** The standing of a contact. Throws `contact-not-found`, also for an expired one. */
export const getContact = async (
  ports: StoryPorts,
  { access, contactId }: { readonly access: AdvertiserAccess; readonly contactId: ContactId },
): Promise<ContactStory> => {
  const standing = await ports.ledger.readStanding(access, contactId);
  if (!standing) throw contactNotFound();
  const [advertiser, formOf] = await Promise.all([
    knownAdvertiser(ports.advertisers, access),
    formsOfStanding(ports.formVersions, access, standing),
  ]);
  const context = { at: ports.clock.now(), advertiser, standing, formOf };
  const { result: judged } = await withDecisions(ports.reviews, access, (decisions) =>
    judgedBases({ ...context, decisions }),
  );
  return { standing, judged };
};

const judgedBases = (context: BasisContext): ReadonlyMap<FactId, Judged> => {
  const { consents, sales } = context.standing;
  const formOf = ({ form }: (typeof consents)[number] | (typeof sales)[number]) => form && context.formOf(form);
  const judged = new Map<FactId, Judged>();
  for (const consent of consents)
    judged.set(consent.id, {
      ...usabilityOfConsent(context, consent),
      missing: missingEvidence(consent, formOf(consent)),
    });
  for (const sale of sales)
    judged.set(sale.id, { ...usabilityOfSale(context, sale), missing: missingOfSale(sale, formOf(sale)) });
  return judged;
};
