import { type Advertiser, publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { Said } from '#shared/domain/processing/said.ts';
import type { ExportJob } from '#shared/domain/rights/export-job.ts';
import { asGiven, type HeldRecord } from '#shared/domain/rights/held-record.ts';
import type { PortableData } from '#shared/domain/rights/portable.ts';
import { requestNotFound } from '#shared/domain/rights/rights-failures.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';
import type { Clock } from '../../clock.port.ts';
import { knownAdvertiser } from '../../contacts/contact-of.ts';
import type { Advertisers } from '../../settings/advertisers.port.ts';
import type { FormVersions } from '../../settings/versions.port.ts';
import type { RightsRequests } from '../rights-requests.port.ts';
import { type Fields, fieldsIn, listIn } from './fields.ts';
import { type Information, informationOf, type WhereHeld } from './information.ts';
import { portableOf } from './portable-of.ts';

export interface DocumentPorts {
  readonly advertisers: Pick<Advertisers, 'get' | 'getVersion'>;
  readonly formVersions: Pick<FormVersions, 'get'>;
  readonly requests: Pick<RightsRequests, 'get'>;
  readonly clock: Clock;
  readonly where: WhereHeld;
}

/** A reason of a verdict or of an outcome, in words. */
interface GivenReason {
  readonly code: string;
  readonly sentence: Said;
}

/** A record with what its codes say. */
export interface GivenRecord {
  readonly kind: string;
  /** When it was recorded, accepted, sent or settled. Absent: it says no instant. */
  readonly at?: string | undefined;
  readonly fields: Fields;
  /** Of a message or an outcome: why it was sent or not. */
  readonly reasons?: readonly GivenReason[] | undefined;
  /** Of a message: the name or address that it came from. */
  readonly sentFrom?: string | undefined;
}

/** Everything of a person at one advertiser: the file for programs as it is written, and what the page is made from. */
export interface ExportDocument {
  readonly format: 'aval-personal-data-1';
  readonly madeAt: Instant;
  readonly request: Pick<RightsRequest, 'id' | 'kind' | 'receivedAt' | 'via'>;
  readonly advertiser: Pick<
    Advertiser,
    'advertiserId' | 'siren' | 'legalName' | 'tradeNames' | 'postalAddress' | 'contact' | 'privacyNoticeUrl'
  >;
  readonly portability: PortableData;
  readonly access: {
    readonly article: 'GDPR art. 15';
    readonly information: Information;
    readonly contacts: readonly {
      readonly contactId: ContactId;
      readonly erasedAt?: string | undefined;
      readonly isRestricted: boolean;
      readonly records: readonly GivenRecord[];
    }[];
    /** The words that were shown, of each version that a consent or a sale names. */
    readonly forms: readonly Omit<FormVersion, 'approver'>[];
  };
}

const isReference = (value: unknown): value is FormReference =>
  typeof fieldsIn(value).formId === 'string' && typeof fieldsIn(value).version === 'string';

/** Every form version that is named anywhere in a value. */
const formsIn = (value: unknown): readonly FormReference[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { form } = fieldsIn(value);
  return [...(isReference(form) ? [form] : []), ...Object.values(value).flatMap(formsIn)];
};

const nameOf = ({ formId, version }: FormReference): string => `${formId}@${version}`;

const formsOf = async (
  { formVersions }: DocumentPorts,
  access: AdvertiserAccess,
  records: readonly HeldRecord[],
): Promise<ReadonlyMap<string, FormVersion>> => {
  const named = new Map(records.flatMap(({ fields }) => formsIn(fields)).map((form) => [nameOf(form), form]));
  const found = await Promise.all([...named.values()].map((form) => formVersions.get(access, form)));
  return new Map(found.flatMap((version) => (version === undefined ? [] : [[nameOf(version), version] as const])));
};

const INSTANTS = ['recordedAt', 'acceptedAt', 'settledAt', 'receivedAt', 'erasedAt', 'at', 'firstRecordedAt'];
const instantOf = (fields: Fields): string | undefined =>
  INSTANTS.map((name) => fields[name] ?? fieldsIn(fields.event)[name]).find((at) => typeof at === 'string') as
    | string
    | undefined;

/** Of a code that no version of the law knows, the code is all that can be said. */
const inWords = (code: string): GivenReason => {
  const { fr = code, en = code } = reasonOf(code) ?? {};
  return { code, sentence: { fr, en } };
};

const reasonsOf = ({ kind, fields }: HeldRecord): readonly GivenReason[] | undefined => {
  const { reasons, notes } = fieldsIn(fields.verdict ?? fieldsIn(fields.facts).verdict);
  const codes = kind === 'chunk-result' && Array.isArray(fields.codes) ? fields.codes : [];
  const all = [...listIn(reasons), ...listIn(notes)].map(({ code }) => code);
  const said = [...all, ...codes].filter((code) => typeof code === 'string').map(inWords);
  return said.length === 0 ? undefined : said;
};

/** The settings of an advertiser in a version, or those of today. */
type SettingsOf = (version: number | undefined) => Promise<Advertiser | undefined>;

/** Each version is read once, however many messages name it. */
const settingsOnce = ({ advertisers }: DocumentPorts, access: AdvertiserAccess): SettingsOf => {
  const known = new Map<number | undefined, ReturnType<SettingsOf>>();
  return (version) => {
    const found =
      known.get(version) ?? (version === undefined ? advertisers.get(access) : advertisers.getVersion(access, version));
    known.set(version, found);
    return found;
  };
};

/** By the settings that its verdict applied: those of today may have other senders. */
const senderOf = async ({ kind, fields }: HeldRecord, settingsOf: SettingsOf): Promise<string | undefined> => {
  const of = kind === 'sent-proof' ? fieldsIn(fields.facts) : fields;
  if (typeof of.channel !== 'string') return undefined;
  if (typeof of.sender === 'string') return of.sender;
  const { settingsVersion } = fieldsIn(of.verdict);
  const then = await settingsOf(typeof settingsVersion === 'number' ? settingsVersion : undefined);
  if (then === undefined) return undefined;
  const [first] = listIn(Reflect.get(then.senders, of.channel));
  return [first?.address, first?.senderId].find((each) => typeof each === 'string') ?? publicNameOf(then);
};

const given = async (record: HeldRecord, settingsOf: SettingsOf): Promise<GivenRecord> => ({
  kind: record.kind,
  at: instantOf(record.fields),
  fields: record.fields,
  reasons: reasonsOf(record),
  sentFrom: record.kind === 'sends' ? undefined : await senderOf(record, settingsOf),
});

/** All that was gathered, with what a person is informed of. Throws `request-not-found` where the request has ended meanwhile. */
export const exportDocument = async (
  ports: DocumentPorts,
  access: AdvertiserAccess,
  { requestId, contactIds }: ExportJob,
  held: readonly HeldRecord[],
): Promise<ExportDocument> => {
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const request = (await ports.requests.get(access, requestId))?.request;
  if (request === undefined) throw requestNotFound();
  const records = held.map((record) => asGiven(record, contactIds));
  const forms = await formsOf(ports, access, records);
  const settingsOf = settingsOnce(ports, access);
  const wordingOf = (form: unknown) => (isReference(form) ? forms.get(nameOf(form))?.wording : undefined);
  const contacts = await Promise.all(
    contactIds.map(async (contactId) => {
      const own = records.filter((each) => each.contactId === contactId);
      const standing = own.find(({ kind }) => kind === 'standing')?.fields ?? {};
      const shown = await Promise.all(own.map((record) => given(record, settingsOf)));
      return {
        contactId,
        ...(typeof standing.erasedAt === 'string' ? { erasedAt: standing.erasedAt } : {}),
        isRestricted: Array.isArray(standing.restrictions) && standing.restrictions.length > 0,
        records: shown.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)),
      };
    }),
  );
  const { advertiserId, siren, legalName, tradeNames, postalAddress, contact, privacyNoticeUrl } = advertiser;
  const { id, kind, receivedAt, via } = request;
  return {
    format: 'aval-personal-data-1',
    madeAt: ports.clock.now(),
    request: { id, kind, receivedAt, via },
    advertiser: { advertiserId, siren, legalName, tradeNames, postalAddress, contact, privacyNoticeUrl },
    portability: portableOf(contactIds, records, wordingOf),
    access: {
      article: 'GDPR art. 15',
      information: informationOf(advertiser, ports.where),
      contacts,
      forms: [...forms.values()].map(({ approver: _ofSomebodyElse, ...form }) => form),
    },
  };
};
