import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { areLabelsOf } from '../contacts/describe-contact.ts';
import type { Profiles } from '../contacts/profiles.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { ProjectPorts } from './project-contact.ts';

/** What opens the attributes of contacts: whoever has it may read them. */
export interface LabelPorts extends ProjectPorts {
  readonly profiles: Profiles;
}

/**
 * Stores the attributes of a contact again where others of them are in clear than the settings name now. Nothing is opened of a contact that
 * has none in clear and is to have none. Resolves to true where something was stored. Throws `stored-unreadable`, and `concurrent-change`
 * where others change them without end.
 */
export const openLabels = async (
  { audienceIndex, advertisers, profiles }: LabelPorts,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<boolean> =>
  retryOnConflict(async () => {
    const labelNames = (await advertisers.get(access))?.audienceLabels ?? [];
    const { labels, revision } = await audienceIndex.read(access, contactId);
    if (revision === 0 || (labelNames.length === 0 && Object.keys(labels).length === 0)) return false;
    const seen = await profiles.read(access, contactId);
    if (seen.key === undefined || areLabelsOf(seen, labelNames)) return false;
    const { attributes, requests } = seen;
    await profiles.put(access, contactId, { seen, attributes, labelNames, requests });
    return true;
  });
