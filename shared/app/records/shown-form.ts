import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { CHANNELS_EXPECTED, type ConsentFacts } from '#shared/domain/consent/consent.ts';
import type { FormReference, FormVersion, FormVersionContent } from '#shared/domain/consent/form-version.ts';
import { Failure, faultUnder, invalidRequest } from '#shared/domain/failure.ts';
import type { FormId } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { putFormVersion } from '../settings/put-form-version.ts';
import type { JudgingPorts } from './record-fact.ts';

/** A form given with the fact that was collected by it, instead of the name of a stored version. */
type GivenForm = FormVersionContent & { readonly formId?: FormId | undefined };

/** A consent as a caller gives it. */
export type GivenConsent = Omit<ConsentFacts, 'channels' | 'form'> & {
  readonly channels?: ConsentFacts['channels'] | undefined;
  readonly form?: FormReference | GivenForm | undefined;
};

type FormPorts = Pick<JudgingPorts, 'advertisers' | 'formVersions' | 'reviews' | 'clock'>;

/** Where a form is given without an id. */
const WITHOUT_ID = 'inline';

/** As many characters of the hash as a version label holds: 160 bits. */
const LABEL_LENGTH = 40;

/**
 * The channels agreed to: those said, else the one channel that the words of the form carry. Throws `invalid-request`
 * where the form carries none or several, or is not known: which of them the person agreed to is then unknown.
 */
const channelsAgreed = (
  said: GivenConsent['channels'],
  form: Pick<FormVersion, 'channels'> | undefined,
): ConsentFacts['channels'] => {
  if (said !== undefined) return said;
  const [only, ...more] = new Set(form?.channels.map(({ channel }) => channel));
  if (only !== undefined && more.length === 0) return [only];
  throw invalidRequest([{ pointer: '/channels', detail: CHANNELS_EXPECTED }]);
};

/** What was shown, and what it agreed to. */
interface ShownForm {
  readonly reference?: FormReference;
  readonly version: FormVersion | undefined;
  readonly channels: ConsentFacts['channels'];
}

/**
 * The form version that a consent names, and the channels agreed to; `version` is `undefined` where none of that name is
 * stored. A form given whole is stored, as a version named after the hash of its content: given again, it is the same
 * version; what it says is looked at before. Throws what `putFormVersion` throws, with pointers below `/form`, and
 * `invalid-request` where it is unknown which channels were agreed to.
 */
export const shownForm = async (
  ports: FormPorts,
  access: AdvertiserAccess,
  { form, channels: said }: Pick<GivenConsent, 'form' | 'channels'>,
): Promise<ShownForm> => {
  if (form === undefined) return { version: undefined, channels: channelsAgreed(said, undefined) };
  if (!('wording' in form)) {
    const version = await ports.formVersions.get(access, form);
    return { reference: form, version, channels: channelsAgreed(said, version) };
  }
  const { formId = WITHOUT_ID as FormId, ...content } = form;
  const channels = channelsAgreed(said, content);
  const reference = { formId, version: sha256OfJson(content).slice(0, LABEL_LENGTH) };
  const { stored } = await putFormVersion(ports, { access, form: reference, content }).catch(belowForm);
  return { reference, version: stored, channels };
};

const belowForm = (cause: unknown): never => {
  if (!(cause instanceof Failure) || cause.code !== 'invalid-request') throw cause;
  throw invalidRequest(cause.errors.map((fault) => faultUnder('/form', fault)));
};
