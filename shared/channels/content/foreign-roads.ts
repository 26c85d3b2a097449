import type { BrowserView } from '../email/html/browser-view.ts';
import { fold } from '../sms/render-sms.ts';

/** What is ours of the roads of opposition. */
export interface RoadKnowledge {
  /** Our own link, made for this reader. */
  readonly isOurLink: (url: string) => boolean;
  /** Any link to our host: one that is not this reader's is heard by nobody. */
  readonly isOurHost: (url: string) => boolean;
  /** The monitored mailbox of the advertiser. */
  readonly oppositionInbox?: string | undefined;
  /** SMS: the code on which STOP is heard for this sender. */
  readonly replyCode?: string | undefined;
  /** The advertiser recorded that a link alone suffices in its SMS (D19). */
  readonly linkAloneSuffices: boolean;
}

/** A means to oppose that the bytes name: where it leads, and whether we hear it. */
export interface Road {
  /** Host, mail domain, or code; empty for a link to our host that is not this reader's. */
  readonly place: string;
  readonly isOurs: boolean;
}

const STOPPING =
  /desabonn|desinscri|unsubscri|opt.?out|\boppos|ne plus (?:les |nous )?recevoir|\bstop\b|retirer de|se retirer|stop receiving/;

const isMail = (target: string): boolean => /^mailto:/i.test(target);
const mailboxOf = (target: string): string => target.replace(/^mailto:/i, '').replace(/\?.*$/, '');

const hostOf = (url: string): string => {
  try {
    return new URL(url).hostname.toLowerCase();
  } catch {
    return 'unreadable';
  }
};

const roadTo = (target: string, known: RoadKnowledge): Road => {
  if (isMail(target)) {
    const mailbox = mailboxOf(target).toLowerCase();
    const isOurs = known.oppositionInbox !== undefined && mailbox === known.oppositionInbox.toLowerCase();
    return { place: mailbox.slice(mailbox.lastIndexOf('@') + 1), isOurs };
  }
  if (known.isOurLink(target)) return { place: hostOf(target), isOurs: true };
  return { place: known.isOurHost(target) ? '' : hostOf(target), isOurs: false };
};

const isRoad = (target: string): boolean => /^(?:https?:|mailto:)/i.test(target);

/** Links that a reader sees and whose words, or target, speak of stopping. */
export const roadsInHtml = (seen: BrowserView['seen'], known: RoadKnowledge): readonly Road[] => {
  const words = new Map<string, string>();
  for (const { href, text } of seen) if (href !== undefined) words.set(href, `${words.get(href) ?? ''} ${text}`);
  return [...words].flatMap(([href, text]) => {
    const speaks =
      text.trim() !== '' && (STOPPING.test(fold(text)) || STOPPING.test(fold(href)) || known.isOurLink(href));
    return speaks && isRoad(href) ? [roadTo(href, known)] : [];
  });
};

const TARGETS = /https?:\/\/[^\s<>"')]+|(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?\S*)?/gi;

const targetsIn = (line: string): readonly string[] => line.match(TARGETS) ?? [];

/** Links and mailboxes on a line that speaks of stopping, or on the line after one that does and holds none. */
export const roadsInText = (text: string, known: RoadKnowledge): readonly Road[] => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.flatMap((line, index) => {
    const before = lines[index - 1] ?? '';
    const speaks = STOPPING.test(fold(line)) || (STOPPING.test(fold(before)) && targetsIn(before).length === 0);
    return targetsIn(line)
      .filter((target) => speaks || known.isOurLink(target))
      .map((target) => roadTo(/^https?:/i.test(target) || isMail(target) ? target : `mailto:${target}`, known));
  });
};

/** Where roads lead that are not ours, of each part that holds none of ours: for a human to decide. */
export const foreignRoads = (parts: readonly (readonly Road[])[]): readonly string[] =>
  parts
    .filter((roads) => !roads.some(({ isOurs }) => isOurs))
    .flatMap((roads) => roads.map(({ place }) => place).filter((place) => place !== ''));
