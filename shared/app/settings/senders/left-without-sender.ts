import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { settleAtMost } from '#shared/domain/at-most.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import type { Said } from '#shared/domain/campaign/words/said.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type Bilingual, type Missing, missing } from '#shared/domain/missing.ts';
import { isFinished } from '../../campaigns/campaign-state.ts';
import type { Campaigns } from '../../campaigns/campaigns.port.ts';
import { isSenderKnown } from '../../campaigns/stopping/known-sender.ts';
import { narrowedWarning, narrowingsIn, narrowingsOf } from './narrower.ts';

/** What says which campaigns go on. */
export type LivePorts = { readonly campaigns: Pick<Campaigns, 'list' | 'runs' | 'nextRun'> };

/** What a request took senders out by: settings, or the identities that it releases. */
type By = 'settings' | 'identities';

/** Settings that were stored, and those that they took the place of. */
interface Replaced {
  readonly stored: Advertiser;
  readonly before?: Advertiser | undefined;
  /** Whether who saves may read campaigns: else they learn how many, and not which. */
  readonly mayName: boolean;
  /** Absent: settings. */
  readonly by?: By;
}

/** The latest so many are looked at. */
const MOST_READ = 1_000;
const PAGE = 100;
const NAMED = 5;
const ASKED_AT_ONCE = 8;

type Senders = Pick<AdvertiserSettings, 'senders'>;
const namesIn = ({ senders: { email, sms, calls = [] } }: Senders): readonly string[] => [
  ...email.map(({ address }) => address),
  ...sms.map(({ senderId }) => senderId),
  ...calls.map(({ callerId }) => callerId),
];

/** Is one of them no longer there? */
const isOneGone = (before: Senders, stored: Senders): boolean => {
  const names = new Set(namesIn(stored));
  return namesIn(before).some((name) => !names.has(name));
};

/** The latest campaigns; `isAll`: there are no others. */
interface Latest {
  readonly found: readonly Campaign[];
  readonly isAll: boolean;
}

const latestOf = async ({ campaigns }: LivePorts, access: AdvertiserAccess): Promise<Latest> => {
  const found: Campaign[] = [];
  let after: string | undefined;
  do {
    const page = await campaigns.list(access, { limit: PAGE, after });
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined && found.length < MOST_READ);
  return { found, isAll: after === undefined };
};

/** Which campaigns are meant. */
type IsMeant = (campaign: Campaign) => boolean;

/** Of the latest campaigns those that are meant, and go on, or are to. One that cannot be looked at further is among them. */
const meantOf = async (
  ports: LivePorts,
  access: AdvertiserAccess,
  { found }: Latest,
  { isMeant, now }: { readonly isMeant: IsMeant; readonly now: Instant },
): Promise<readonly Campaign[]> => {
  const lost = found.filter((each) => each.control !== 'cancelled' && now < each.endsAt && isMeant(each));
  const ended = await settleAtMost(ASKED_AT_ONCE, lost, (each) => isFinished(ports.campaigns, access, each));
  return lost.filter((_, place) => {
    const said = ended[place];
    return said?.status !== 'fulfilled' || !said.value;
  });
};

/** Where it is in what was put, and what to do. */
const PUT_BACK = {
  settings: {
    pointer: '/senders',
    fr: 'Remettez l’expéditeur avant leur prochain envoi, ou annulez-les.',
    en: 'Put the sender back before their next run, or cancel them.',
  },
  identities: {
    pointer: '/identities',
    fr: 'Attribuez de nouveau l’identité à l’annonceur, puis remettez l’expéditeur dans les paramètres avant leur prochain envoi, ou annulez-les.',
    en: 'Bind the identity to the advertiser again, and put the sender back into the settings before their next run, or cancel them.',
  },
} as const satisfies Record<By, { readonly pointer: string } & Bilingual>;

/** Which they are, as far as whoever saves may know. */
const whichOf = (campaigns: readonly Campaign[], mayName: boolean): Said => {
  const named = campaigns.slice(0, mayName ? NAMED : 0).map(({ name, campaignId }) => ({ name, campaignId }));
  const more = campaigns.length - named.length;
  const fr = named.map(({ name, campaignId }) => `« ${name} » (${campaignId})`).join(', ');
  const en = named.map(({ name, campaignId }) => `"${name}" (${campaignId})`).join(', ');
  return mayName
    ? { fr: `${fr}${more > 0 ? `, et ${more} de plus` : ''}`, en: `${en}${more > 0 ? `, and ${more} more` : ''}` }
    : { fr: `il y en a ${more}`, en: `there are ${more}` };
};

const warningOf = (campaigns: readonly Campaign[], mayName: boolean, by: By): Missing => {
  const which = whichOf(campaigns, mayName);
  const { pointer, fr: back, en: backEn } = PUT_BACK[by];
  return missing(
    pointer,
    {
      fr: `L’expéditeur de ces campagnes n’est plus dans les paramètres\u00a0: ${which.fr}. Chacune se suspend d’elle-même (sender-unknown), si elle ne l’est pas déjà, et n’écrit à personne tant qu’on ne l’a pas reprise.`,
      en: `The sender of these campaigns is no longer in the settings: ${which.en}. Each pauses itself (sender-unknown), unless it is paused already, and writes to nobody until it is resumed.`,
    },
    {
      fr: `${back} Celle qui s’est suspendue ne reprend que si on la reprend.`,
      en: `${backEn} One that has paused goes on only once somebody resumes it.`,
    },
  );
};

/** A warning for each cause that settings may refuse campaigns for. */
const refusedOf = (
  campaigns: readonly Campaign[],
  before: Advertiser,
  { stored, mayName, by }: { readonly stored: Advertiser; readonly mayName: boolean; readonly by: By },
): readonly Missing[] => {
  const found = campaigns.flatMap((campaign) =>
    narrowingsOf(campaign, before, stored).map((each) => ({ ...each, campaign })),
  );
  return [...Map.groupBy(found, ({ because, pointer }) => `${because} ${pointer}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const which = whichOf(
      same.map(({ campaign }) => campaign),
      mayName,
    );
    return [narrowedWarning(first.because, by === 'identities' ? PUT_BACK[by].pointer : first.pointer, which)];
  });
};

const unreadOf = (pointer: string): Missing =>
  missing(
    pointer,
    {
      fr: 'Un expéditeur n’est plus dans les paramètres, ou ils sont plus étroits qu’avant, et vos campagnes n’ont pas pu être lues, ou pas toutes\u00a0: une campagne en cours qui part de cet expéditeur se suspend d’elle-même (sender-unknown), de même que celle dont tous les messages seraient refusés (refused-by-settings).',
      en: 'A sender is no longer in the settings, or they let less pass than before, and your campaigns could not be read, or not all of them: a campaign that sends from that sender pauses itself (sender-unknown), and so does one each of whose messages would be refused (refused-by-settings).',
    },
    {
      fr: 'Regardez lesquelles le nomment, puis remettez-le ou annulez-les.',
      en: 'Look which of them name it, then put it back or cancel them.',
    },
    'GET /v1/campaigns',
  );

/**
 * Warns of each campaign that goes on, or is to, whose sender settings have just taken out, or whose messages they may refuse now: it pauses itself, and whoever saves would not learn of it. Nothing
 * is read where every sender is as it was, and no less passes. The settings are stored by then: what cannot be read is said, and nothing is thrown.
 */
export const leftWithoutSender = async (
  ports: LivePorts,
  access: AdvertiserAccess,
  { stored, before, mayName, by = 'settings' }: Replaced,
  now: Instant,
): Promise<readonly Missing[]> => {
  if (before === undefined) return [];
  const [narrowed] = narrowingsIn(before, stored);
  if (!isOneGone(before, stored) && narrowed === undefined) return [];
  const isOfSender = by === 'identities' || narrowed === undefined || isOneGone(before, stored);
  const unread = unreadOf(isOfSender ? PUT_BACK[by].pointer : narrowed.pointer);
  const isLeft: IsMeant = (each) => isSenderKnown(each, before) && !isSenderKnown(each, stored);
  const isRefused: IsMeant = (each) => isSenderKnown(each, stored) && narrowingsOf(each, before, stored).length > 0;
  const read = await latestOf(ports, access).catch(() => undefined);
  if (read === undefined) return [unread];
  const left = await meantOf(ports, access, read, { isMeant: isLeft, now });
  const refused = await meantOf(ports, access, read, { isMeant: isRefused, now });
  return [
    ...(left.length === 0 ? [] : [warningOf(left, mayName, by)]),
    ...refusedOf(refused, before, { stored, mayName, by }),
    ...(read.isAll ? [] : [unread]),
  ];
};
