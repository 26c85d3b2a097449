import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormReference, FormVersion, FormVersionContent } from '#shared/domain/consent/form-version.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser, refuseFuture } from '../contacts/contact-of.ts';
import type { Advertisers } from './advertisers.port.ts';
import { type SeenForm, seenForm } from './get-form-version.ts';
import type { FormVersions } from './versions.port.ts';

/**
 * Stores a form exactly as shown, with a hash of its canonical JSON. Immutable: the same content again is the same
 * version. Throws `invalid-request` when the words said to carry a channel do not occur in the wording (D9),
 * `version-immutable`, `advertiser-not-found`.
 */
export const putFormVersion = async (
  ports: { readonly advertisers: Advertisers; readonly formVersions: FormVersions; readonly clock: Clock },
  command: { readonly access: AdvertiserAccess; readonly form: FormReference; readonly content: FormVersionContent },
): Promise<SeenForm & { readonly isNew: boolean }> => {
  const { access, form, content } = command;
  const now = ports.clock.now();
  refuseFuture(now, { '/approver/approvedAt': content.approver?.approvedAt });
  refuseWordsNotShown(content);
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const version: FormVersion = {
    ...content,
    ...form,
    advertiserId: access.advertiserId,
    recordedAt: now,
    sha256: sha256OfJson(content),
  };
  const isNew = (await ports.formVersions.put(access, version)) === 'stored';
  const stored = isNew ? version : ((await ports.formVersions.get(access, form)) ?? version);
  return { ...seenForm(stored, advertiser, now), isNew };
};

const refuseWordsNotShown = ({ wording, channels }: FormVersionContent): void => {
  const faults = channels.flatMap(({ words }, index) =>
    wording.includes(words)
      ? []
      : [{ pointer: `/channels/${index}/words`, detail: 'these words do not occur in the wording' }],
  );
  if (faults.length > 0) throw invalidRequest(faults);
};
