import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormReference, FormVersion, FormVersionContent } from '#shared/domain/consent/form-version.ts';
import { invalidRequest } from '#shared/domain/failure.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Clock } from '../clock.port.ts';
import { refuseFuture } from '../contacts/contact-of.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from './advertisers.port.ts';
import { currentAdvertiser } from './get-advertiser.ts';
import { type SeenForm, seenForm } from './get-form-version.ts';
import type { FormVersions } from './versions.port.ts';

/**
 * Stores a form exactly as shown, with a hash of its canonical JSON. Immutable: the same content again is the same
 * version. Where a human's decision is all that it still needs, the review is opened, once (D9). Throws `invalid-request`
 * when the words said to carry a channel (D9) or to name a sensitive use (SENS-1) do not occur in the wording, `version-immutable`, `advertiser-not-found`.
 */
export const putFormVersion = async (
  ports: {
    readonly advertisers: Advertisers;
    readonly formVersions: FormVersions;
    readonly reviews: Pick<Reviews, 'find' | 'open'>;
    readonly clock: Clock;
  },
  command: { readonly access: AdvertiserAccess; readonly form: FormReference; readonly content: FormVersionContent },
): Promise<SeenForm & { readonly isNew: boolean }> => {
  const { access, form, content } = command;
  const now = ports.clock.now();
  refuseFuture(now, { '/approver/approvedAt': content.approver?.approvedAt });
  refuseWordsNotShown(content);
  const advertiser = await currentAdvertiser(ports.advertisers, access);
  const version: FormVersion = {
    ...content,
    ...form,
    advertiserId: access.advertiserId,
    recordedAt: now,
    sha256: sha256OfJson(content),
  };
  const { version: stored, isNew } = await ports.formVersions.put(access, version);
  const seen = await seenForm(ports, access, stored, { advertiser, at: now });
  for (const cause of seen.causesToOpen) await ports.reviews.open(access, cause, now);
  return { ...seen, isNew };
};

const refuseWordsNotShown = ({ wording, channels, explicitWords = [] }: FormVersionContent): void => {
  const faultsIn = (part: string, quoted: readonly { readonly words: string }[]) =>
    quoted.flatMap(({ words }, index) =>
      wording.includes(words)
        ? []
        : [{ pointer: `/${part}/${index}/words`, detail: 'these words do not occur in the wording' }],
    );
  const faults = [...faultsIn('channels', channels), ...faultsIn('explicitWords', explicitWords)];
  if (faults.length > 0) throw invalidRequest(faults);
};
