import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormReference } from '#shared/domain/consent/form-version.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { coversUse } from '#shared/domain/opposition/lifting.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import { withContact } from '../contacts/with-contact.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { recordFact } from '../records/record-fact.ts';
import type { AddressOfLink } from './address-of-link.port.ts';
import { isAgreed, type OfferedForm, type OfferingPorts, offeredForm } from './offered-forms.ts';

export interface AgreePorts extends OfferingPorts, Omit<Parameters<typeof recordFact>[0], 'ledger'> {
  readonly addressOfLink: AddressOfLink;
  readonly fingerprints: Fingerprints;
  /** The ledger that keeps addresses: a consent is stored with the one that it is of. */
  readonly keepingLedger: Ledger;
}

export interface AgreeInCentre {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  readonly form: FormReference;
  /** What opened the centre, and the position in the ledger that the page with the form was made at: the same button pressed twice is one act. */
  readonly pass: string;
  readonly seen: string;
}

/** An agreement that is recorded, and to what. `isAgain`: some of it was stopped before. */
export interface AgreedNow {
  readonly agreed: Pick<OfferedForm, 'purpose' | 'channels'>;
  readonly isAgain: boolean;
}

/**
 * Records the consent of a person who presses the button of a form in the open centre: an act that we see ourselves (D9), at the address
 * that a code was sent to. It lifts what they opposed before, as far as its channels and purpose go (OPP-4). `not-offered`: nothing is recorded,
 * since a consent on that form would not count for them, or they asked for restriction or erasure, or no address of theirs is held. `stopped-since`: the same press as before, and what they said after it
 * holds. Throws as `recordFact`.
 */
export const agreeInCentre = async (
  ports: AgreePorts,
  { access, link, form, pass, seen }: AgreeInCentre,
): Promise<AgreedNow | 'not-offered' | 'stopped-since'> => {
  const { address, standing: before } = await ports.addressOfLink.of(access, link);
  if (address === undefined || before === undefined) return 'not-offered';
  const at = ports.clock.now();
  const offered = await offeredForm(ports, access, form, { kind: address.kind, at, standing: before });
  if (offered === undefined) return 'not-offered';
  const { purpose, channels } = offered;
  // What is lifted stays in the standing, so that the same press once more is answered the same.
  const isAgain = before.oppositions.some(({ of }) => channels.some((channel) => coversUse(of, { channel, purpose })));
  const act = sha256Of(JSON.stringify(['agreed-in-centre', link.contactId, pass, seen, form.formId, form.version]));
  const consent = {
    channels: [...channels],
    purpose,
    form,
    givenAt: at,
    transferredBy: [],
    drawnBy: 'own-site' as const,
  };
  const { standing } = await withContact(ports.fingerprints, access, address, (contact) =>
    recordFact(
      { ...ports, ledger: ports.keepingLedger },
      access,
      contact,
      { requestId: act, bodySha256: act },
      (id) => ({
        type: 'consent-given',
        id,
        consent,
        observed: true,
        actor: { by: 'person' },
      }),
    ),
  );
  return (await isAgreed(ports, access, offered, { at, standing }))
    ? { agreed: { purpose, channels }, isAgain }
    : 'stopped-since';
};
