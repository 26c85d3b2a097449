import { ROOM } from '#shared/channels/room.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { hostsByMember, hostsOf } from '#shared/domain/advertiser/own-hosts.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { Said } from '#shared/domain/campaign/words/said.ts';
import { isSent } from '#shared/domain/message/channel.ts';
import { isOwnHost } from '#shared/domain/message/fields/hosts.ts';
import { type Bilingual, type Missing, missing } from '#shared/domain/missing.ts';

/** Why settings may refuse each message of a campaign that those before let pass, and which of their members was changed. */
interface Narrowing {
  readonly because: 'segments' | 'name' | 'code' | 'site';
  readonly pointer: string;
}

/** A host that was the advertiser's own and is so no more; a host is where one above it is (`www.`). */
const isGone = (host: string, before: Advertiser, stored: Advertiser): boolean =>
  isOwnHost(host, hostsOf(before)) && !isOwnHost(host, hostsOf(stored));

/** The members of the settings before that named a host which those now name no more. */
const ofSite = (host: string, before: Advertiser, stored: Advertiser): readonly Narrowing[] =>
  isGone(host, before, stored)
    ? hostsByMember(before)
        .filter(([, hosts]) => isOwnHost(host, hosts))
        .slice(0, 1)
        .map(([pointer]) => ({ because: 'site', pointer }))
    : [];

/** What of these settings lets less pass than those before, whatever campaigns say; empty: nothing. */
export const narrowingsIn = (before: Advertiser, stored: Advertiser): readonly Narrowing[] => [
  ...Object.values(ROOM).flatMap(({ narrowedForAny }) => narrowedForAny(stored, before)),
  ...hostsOf(before).flatMap((host) => ofSite(host, before, stored)),
];

/** What of these settings may refuse each message of a campaign, which those before let pass. What it says is not read: of a text only that it is one. */
export const narrowingsOf = (
  { channel, sender, mergeValues }: Campaign,
  before: Advertiser,
  stored: Advertiser,
): readonly Narrowing[] => {
  const ofRoom = isSent(channel) ? (ROOM[channel]?.narrowed(stored, before, sender) ?? []) : [];
  const ofSites = Object.values(mergeValues).flatMap((value) =>
    URL.canParse(value) ? ofSite(new URL(value).hostname, before, stored) : [],
  );
  return [...ofRoom, ...ofSites.slice(0, 1)];
};

/** What they have in common that these settings may refuse, and what is to be looked at. */
const WORDS: Readonly<Record<Narrowing['because'], { readonly which: Bilingual; readonly look: Bilingual }>> = {
  segments: {
    which: {
      fr: 'Ces campagnes envoient des SMS, pour lesquels moins de segments sont permis qu’avant',
      en: 'These campaigns send texts, and fewer segments are allowed than before',
    },
    look: {
      fr: 'Vérifiez que leurs textes tiennent dans le nombre de segments permis',
      en: 'Check that their texts fit in the segments that are allowed',
    },
  },
  name: {
    which: {
      fr: 'Ces campagnes envoient des SMS, et le nom ajouté à chacun y prend plus de place qu’avant',
      en: 'These campaigns send texts, and the name that is added to each takes more room than before',
    },
    look: {
      fr: 'Vérifiez que leurs textes tiennent encore, avec ce nom, dans le nombre de segments permis',
      en: 'Check that their texts still fit, with this name, in the segments that are allowed',
    },
  },
  code: {
    which: {
      fr: 'Ces campagnes envoient des SMS, et le code auquel envoyer STOP n’est plus le même',
      en: 'These campaigns send texts, and the code to send STOP to is another one now',
    },
    look: {
      fr: 'Vérifiez que leurs textes ne nomment pas l’ancien code, et qu’ils tiennent encore dans le nombre de segments permis',
      en: 'Check that their texts do not name the code of before, and that they still fit in the segments that are allowed',
    },
  },
  site: {
    which: {
      fr: 'Ces campagnes mènent à un site qui n’est plus dans les paramètres',
      en: 'These campaigns lead to a site that the settings name no more',
    },
    look: { fr: 'Vérifiez que leurs liens mènent à vos sites', en: 'Check that their links lead to your sites' },
  },
};

/** Warns of campaigns that settings may refuse for one cause; `at`: the member that was changed, in the request that did it. */
export const narrowedWarning = (because: Narrowing['because'], at: string, named: Said): Missing => {
  const { which, look } = WORDS[because];
  return missing(
    at,
    {
      fr: `${which.fr}\u00a0: ${named.fr}. Chacune dont les paramètres refusent désormais tous les messages se suspend d’elle-même (refused-by-settings) et n’écrit à personne tant qu’on ne l’a pas reprise.`,
      en: `${which.en}: ${named.en}. Each of them whose messages the settings all refuse now pauses itself (refused-by-settings), and writes to nobody until it is resumed.`,
    },
    {
      fr: `${look.fr}\u00a0; sinon, rétablissez les paramètres, ou annulez ces campagnes.`,
      en: `${look.en}; else put the settings back, or cancel these campaigns.`,
    },
  );
};
