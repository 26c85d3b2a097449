import * as z from 'zod/mini';
import type { AddressKind } from '#shared/channels/record.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { httpsUrl } from '#shared/domain/advertiser/texts.ts';
import type { Consent } from '#shared/domain/consent/consent.ts';
import { type FormReference, type FormVersion, formLabelOf } from '#shared/domain/consent/form-version.ts';
import { FactId, type Instant } from '#shared/domain/ids.ts';
import { sealed } from '#shared/domain/ledger/seal.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { addressKindOf, CHANNELS, type Channel, type Purpose } from '#shared/domain/message/channel.ts';
import { coversUse, isOwnAct, mayLift, mayLiftSome } from '#shared/domain/opposition/lifting.ts';
import type { DecisionOn } from '#shared/domain/review/review.ts';
import { usabilityOfForm } from '#shared/law/readings/form-usability.ts';
import { isUsableOn, usabilityOfConsent } from '#shared/law/readings/usability.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions } from '../settings/versions.port.ts';
import { formsOfStanding } from '../verdicts/forms-of-standing.ts';
import { withDecisions } from '../verdicts/vet-with-decisions.ts';

/** A form by which a person can agree in the preference centre: one act, for one purpose. */
export interface OfferedForm {
  readonly form: FormVersion;
  readonly purpose: Purpose;
  /** Those that its wording carries and that reach the address of the contact. */
  readonly channels: readonly [Channel, ...Channel[]];
}

/** What knows the forms of the centre, and what humans decided of them. */
export interface OfferingPorts {
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly formVersions: Pick<FormVersions, 'get'>;
  readonly reviews: Pick<Reviews, 'find'>;
}

export interface Judged {
  readonly advertiser: Advertiser;
  readonly at: Instant;
  readonly decisions: DecisionOn;
}

/** To whom. */
interface Offered {
  readonly kind: AddressKind;
  readonly standing: Standing;
}

const HttpsUrl = httpsUrl();

/** A page of ours, whose act is a button of its own, and whose notice can be read there. */
const isForCentre = ({ mode, mechanism, notice }: FormVersion): boolean =>
  mode === 'hosted' &&
  mechanism === 'choice-button' &&
  (notice?.url === undefined || HttpsUrl.safeParse(notice.url).success);

/**
 * What may be agreed to by a form at an address of this kind; `undefined`: the centre does not show it, since an act on it would be no
 * consent as the law judges it. More than one purpose would be one act for several things (GDPR art. 4, 11; recital 43).
 */
const offerOf = (form: FormVersion, { kind, standing }: Offered, judged: Judged): OfferedForm | undefined => {
  const [purpose, ...others] = form.purposes;
  if (purpose === undefined || others.length > 0 || !isForCentre(form)) return undefined;
  const usable = usabilityOfForm(form, judged);
  const [first, ...more] = CHANNELS.filter((channel) => addressKindOf(channel) === kind && usable[channel] === true);
  if (first === undefined) return undefined;
  const offered: OfferedForm = { form, purpose, channels: [first, ...more] };
  return wouldCount(offered, standing, judged) ? offered : undefined;
};

/** Whoever asked for their data not to be used, or to be erased, is invited to nothing, until they agreed to something by themselves. */
export const mayBeInvited = ({ restrictions, oppositions, consents }: Standing): boolean =>
  restrictions === undefined &&
  oppositions.every((each) => each.via !== 'erasure-request' || mayLiftSome(consents, each));

/** Whether a consent on this form would count for this very contact, who may be one that no consent of theirs alone is enough for. */
const wouldCount = ({ form, purpose, channels }: OfferedForm, standing: Standing, judged: Judged): boolean => {
  const { formId, version } = form;
  const consent: Consent = sealed({
    kind: 'consent' as const,
    id: z.parse(FactId, `${standing.contactId}.${'0'.repeat(16)}`),
    seq: standing.seq + 1,
    channels: [...channels],
    purpose,
    form: { formId, version },
    givenAt: judged.at,
    recordedAt: judged.at,
    transferredBy: [],
    drawnBy: 'own-site' as const,
    state: 'given' as const,
    observed: true,
  });
  const after = { ...standing, consents: [...standing.consents, consent], lastActAt: judged.at };
  const { channels: found } = usabilityOfConsent({ ...judged, standing: after, formOf: () => form }, consent);
  return channels.every((channel) => found.some((each) => each.channel === channel && isUsableOn(each)));
};

/** Whether all of it is agreed to by consents that count, and nothing said since stops any of it. */
export const isAgreedTo = (
  { purpose, channels }: Pick<OfferedForm, 'purpose' | 'channels'>,
  standing: Standing,
  { formOf, ...judged }: Judged & { readonly formOf: (form: FormReference) => FormVersion | undefined },
): boolean =>
  channels.every((channel) => {
    const use = { channel, purpose };
    const counts = standing.consents.filter((consent) => {
      if (consent.state !== 'given' || consent.purpose !== purpose || !consent.channels.includes(channel)) return false;
      const { channels: found } = usabilityOfConsent({ ...judged, standing, formOf }, consent);
      return found.some((each) => each.channel === channel && isUsableOn(each));
    });
    const stops = standing.oppositions.filter(({ of }) => coversUse(of, use));
    const lifting = counts.filter((consent) => isOwnAct(consent, judged.advertiser.siren));
    return counts.length > 0 && stops.every((each) => lifting.some((consent) => mayLift(consent, each, use)));
  });

/** One form of those that the settings name for the centre; `undefined`: it is not, or cannot be shown to this contact. */
export const offeredForm = async (
  ports: OfferingPorts,
  access: AdvertiserAccess,
  asked: FormReference,
  { at, ...to }: Offered & { readonly at: Instant },
): Promise<OfferedForm | undefined> => {
  if (!mayBeInvited(to.standing)) return undefined;
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const isNamed = advertiser.centreForms?.some((each) => formLabelOf(each) === formLabelOf(asked));
  const form = isNamed ? await ports.formVersions.get(access, asked) : undefined;
  if (form === undefined) return undefined;
  const judge = (decisions: DecisionOn) => offerOf(form, to, { advertiser, at, decisions });
  return (await withDecisions(ports.reviews, access, judge)).result;
};

/** Whether this form is agreed to at this contact, and nothing said since stops any of it. */
export const isAgreed = async (
  ports: OfferingPorts,
  access: AdvertiserAccess,
  offered: OfferedForm,
  { at, standing }: { readonly at: Instant; readonly standing: Standing },
): Promise<boolean> => {
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const formOf = await formsOfStanding(ports.formVersions, access, standing);
  const judge = (decisions: DecisionOn) => isAgreedTo(offered, standing, { advertiser, at, decisions, formOf });
  return (await withDecisions(ports.reviews, access, judge)).result;
};

/** The forms that the centre shows to this contact: those that it may, and that the person has not agreed to, or has stopped since. */
export const offeredForms = async (
  ports: OfferingPorts,
  access: AdvertiserAccess,
  { at, ...to }: Offered & { readonly at: Instant },
): Promise<readonly OfferedForm[]> => {
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const { centreForms = [] } = advertiser;
  const { standing } = to;
  if (centreForms.length === 0 || !mayBeInvited(standing)) return [];
  const [formOf, ...stored] = await Promise.all([
    formsOfStanding(ports.formVersions, access, standing),
    ...centreForms.map((form) => ports.formVersions.get(access, form)),
  ]);
  const forms = stored.filter((form) => form !== undefined);
  const { result } = await withDecisions(ports.reviews, access, (decisions) => {
    const judged = { advertiser, at, decisions };
    const offered = forms.flatMap((form) => offerOf(form, to, judged) ?? []);
    return offered.filter((each) => !isAgreedTo(each, standing, { ...judged, formOf }));
  });
  return result;
};
