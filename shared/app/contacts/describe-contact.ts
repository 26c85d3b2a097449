import {
  type Attributes,
  type AttributesPatch,
  attributesNamed,
  changedAttributes,
} from '#shared/domain/audience/attributes.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { canonicalJson } from '#shared/domain/ledger/canonical.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import { contactOf } from './contact-of.ts';
import { type DeclareContact, type DeclaredContact, type DeclarePorts, declareContact } from './declare-contact.ts';
import type { Profile, Profiles } from './profiles.port.ts';

type Ports = DeclarePorts & { readonly profiles: Profiles };

/** A contact with what was declared of it, and all its attributes; these are absent where none was to change. */
export interface DescribedContact extends DeclaredContact {
  readonly attributes?: Attributes | undefined;
}

/**
 * Declares facts about a contact, as `declareContact`, then changes its attributes. Attributes are no facts, and are stored
 * apart: the same command again completes what a crash left, and does not undo what others changed since, where it is one of the
 * last that changed something. Also throws `invalid-request` where the contact would have more than 50 attributes.
 */
export const describeContact = async (
  ports: Ports,
  { attributes: patch, ...command }: DeclareContact & { readonly attributes?: AttributesPatch | undefined },
): Promise<DescribedContact> => {
  if (patch === undefined) return declareContact(ports, command);
  const { access } = command;
  const { contactId: named } = await contactOf(ports.fingerprints, access, command.address);
  const known = await ports.profiles.read(access, named);
  changedAttributes(known.attributes, patch);
  const declared = await declareContact(ports, { ...command, keepsAddress: known.key === undefined });
  const { contactId } = declared;
  const patience = { pause: ports.pause, seed: command.request?.requestId ?? contactId };
  const attributes = await retryOnConflict(() => changeAttributes(ports, command, contactId, patch), patience);
  return { ...declared, attributes };
};

/** Are those in clear that the settings name now, and no others? */
export const areLabelsOf = ({ attributes, labels }: Profile, names: readonly string[]): boolean =>
  canonicalJson(labels) === canonicalJson(attributesNamed(attributes, names));

/** Requests that a profile remembers: who sends a batch again does so soon. */
const REMEMBERED = 8;
/** Characters of the hash of a request by which it differs from eight others. */
const SHORT = 16;

/** Stores what changes, and resolves to all attributes that are kept then. */
const changeAttributes = async (
  ports: Ports,
  { access, request }: Pick<DeclareContact, 'access' | 'request'>,
  contactId: ContactId,
  patch: AttributesPatch,
): Promise<Attributes> => {
  const seen = await ports.profiles.read(access, contactId);
  const asked = request?.requestId.slice(0, SHORT);
  if (asked !== undefined && seen.requests.includes(asked)) return seen.attributes;
  const attributes = changedAttributes(seen.attributes, patch);
  const labelNames = (await ports.advertisers.get(access))?.audienceLabels ?? [];
  const isSame = canonicalJson(attributes) === canonicalJson(seen.attributes);
  if (isSame && areLabelsOf(seen, labelNames)) return attributes;
  const requests = asked === undefined ? seen.requests : [...seen.requests, asked].slice(-REMEMBERED);
  await ports.profiles.put(access, contactId, { seen, attributes, labelNames, requests });
  return attributes;
};
