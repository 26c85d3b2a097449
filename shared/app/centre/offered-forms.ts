import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { addressKindOf, type Channel, type Purpose } from '#shared/domain/message/channel.ts';
import { coversUse, mayLift } from '#shared/domain/opposition/lifting.ts';
import { missingEvidence } from '#shared/law/facts/evidence.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions } from '../settings/versions.port.ts';

/** A form by which a person can agree in the preference centre: one act, for one purpose. */
export interface OfferedForm {
  readonly form: FormVersion;
  readonly purpose: Purpose;
  /** Those of the form that reach the address of the contact. */
  readonly channels: readonly [Channel, ...Channel[]];
}

/** What knows the forms of the centre. */
export interface OfferingPorts {
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly formVersions: Pick<FormVersions, 'get'>;
}

/** A form of a page of ours whose act is a button of its own: nothing is ticked beforehand, and nothing hangs on it. */
const isForCentre = ({ mode, mechanism, defaultState, isConditionOfService, design, lacking }: FormVersion): boolean =>
  mode === 'hosted' &&
  mechanism === 'choice-button' &&
  defaultState !== 'ticked' &&
  !isConditionOfService &&
  design?.misleading !== true &&
  lacking === undefined;

/**
 * What may be agreed to by a form at an address of this kind, `at` that instant; `undefined`: the centre does not show it, since an act on it would be
 * no consent. More than one purpose would be one act for several things (GDPR art. 4, 11; recital 43).
 */
const offerOf = (form: FormVersion, kind: AddressKind, at: Instant): OfferedForm | undefined => {
  const named = new Set(form.channels.map(({ channel }) => channel));
  const [first, ...more] = [...named].filter((channel) => addressKindOf(channel) === kind);
  const [purpose, ...others] = form.purposes;
  if (first === undefined || purpose === undefined || others.length > 0 || !isForCentre(form)) return undefined;
  const { formId, version } = form;
  const act = { form: { formId, version }, givenAt: at, observed: true };
  return missingEvidence(act, form).length === 0 ? { form, purpose, channels: [first, ...more] } : undefined;
};

/** Whether all of it is agreed to on a known form, and nothing said since stops any of it. */
const isAgreedTo = (
  { purpose, channels }: OfferedForm,
  { consents, oppositions }: Pick<Standing, 'consents' | 'oppositions'>,
): boolean =>
  channels.every((channel) => {
    const use = { channel, purpose };
    const given = consents.filter(
      (each) =>
        each.form !== undefined &&
        each.state === 'given' &&
        each.purpose === purpose &&
        each.channels.includes(channel),
    );
    const stops = oppositions.filter(({ of }) => coversUse(of, use));
    return given.length > 0 && stops.every((each) => given.some((consent) => mayLift(consent, each, use)));
  });

/** One form of those that the settings name for the centre; `undefined`: it is not, or cannot be shown to this contact. */
export const offeredForm = async (
  ports: OfferingPorts,
  access: AdvertiserAccess,
  asked: FormReference,
  contact: { readonly kind: AddressKind; readonly at: Instant },
): Promise<OfferedForm | undefined> => {
  const { centreForms = [] } = await knownAdvertiser(ports.advertisers, access);
  const isNamed = centreForms.some(({ formId, version }) => formId === asked.formId && version === asked.version);
  const form = isNamed ? await ports.formVersions.get(access, asked) : undefined;
  return form && offerOf(form, contact.kind, contact.at);
};

/** The forms that the centre shows to this contact: what they have not agreed to, or have stopped since. */
export const offeredForms = async (
  ports: OfferingPorts,
  access: AdvertiserAccess,
  contact: { readonly kind: AddressKind; readonly at: Instant; readonly standing: Standing },
): Promise<readonly OfferedForm[]> => {
  const { centreForms = [] } = await knownAdvertiser(ports.advertisers, access);
  const offered = await Promise.all(centreForms.map((form) => offeredForm(ports, access, form, contact)));
  return offered.filter((each) => each !== undefined).filter((each) => !isAgreedTo(each, contact.standing));
};
