import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Attributes } from '#shared/domain/audience/attributes.ts';
import { contactNotFound } from '#shared/domain/failure.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import {
  type BasisContext,
  type Usability,
  usabilityOfConsent,
  usabilityOfSale,
} from '#shared/law/readings/usability.ts';
import type { Clock } from '../clock.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { byLedger, leftOfContact } from '../retention/left-of-contact.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions } from '../settings/versions.port.ts';
import { formsOfStanding } from '../verdicts/forms-of-standing.ts';
import { withDecisions } from '../verdicts/vet-with-decisions.ts';
import { knownAdvertiser } from './contact-of.ts';
import type { Profiles } from './profiles.port.ts';

/** The standing of a contact, its attributes, and whether each basis can be used by itself. */
export interface ContactStory {
  readonly standing: Standing;
  readonly attributes: Attributes;
  readonly judged: ReadonlyMap<FactId, Usability>;
}

export interface StoryPorts {
  readonly ledger: Ledger;
  readonly formVersions: FormVersions;
  readonly advertisers: Advertisers;
  readonly clock: Clock;
  readonly reviews: Pick<Reviews, 'find'>;
  readonly profiles: Pick<Profiles, 'read'>;
}

/** The standing of a contact, or what is left of it. Throws `contact-not-found`, also for an expired one. */
export const getContact = async (
  ports: StoryPorts,
  {
    access,
    contactId,
    ...number
  }: {
    readonly access: AdvertiserAccess;
    readonly contactId: ContactId;
    /** The number by which it was looked up; absent: a mailbox, or its id alone is known, and a country is that which is declared. */
    readonly address?: string;
  },
): Promise<ContactStory> => {
  const stored = await ports.ledger.readStanding(access, contactId);
  if (!stored) throw contactNotFound();
  const { standing, isInUse } = await leftOfContact({ ...ports, ...byLedger(ports.ledger) }, access, stored);
  if (!standing) throw contactNotFound();
  const [advertiser, formOf, { attributes }] = await Promise.all([
    knownAdvertiser(ports.advertisers, access),
    formsOfStanding(ports.formVersions, access, standing),
    isInUse ? ports.profiles.read(access, contactId) : { attributes: {} },
  ]);
  const context = { at: ports.clock.now(), advertiser, standing, formOf, ...number };
  const { result: judged } = await withDecisions(ports.reviews, access, (decisions) =>
    judgedBases({ ...context, decisions }),
  );
  return { standing, attributes, judged };
};

const judgedBases = (context: BasisContext): ReadonlyMap<FactId, Usability> => {
  const { consents, sales } = context.standing;
  return new Map([
    ...consents.map((consent) => [consent.id, usabilityOfConsent(context, consent)] as const),
    ...sales.map((sale) => [sale.id, usabilityOfSale(context, sale)] as const),
  ]);
};
