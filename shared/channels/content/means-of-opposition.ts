import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { fold } from './fold.ts';

/** Which means of opposition are ours. */
export interface KnownMeans {
  /** Our own link, made for this reader. */
  readonly isOurLink: (url: string) => boolean;
  /** Any link to our host: one that is not this reader's works for nobody. */
  readonly isOurHost: (url: string) => boolean;
  /** Our own mailbox, made for this reader. Absent: the deployment receives no mail. */
  readonly isOurMailbox?: (address: string) => boolean;
  /** The monitored mailbox of the advertiser. */
  readonly oppositionInbox?: string | undefined;
  /** The advertiser recorded that a link alone suffices in its SMS (D19). */
  readonly linkAloneSuffices: boolean;
}

/** A means of opposition that the bytes name: where it leads, and whether we receive it. */
export interface Means {
  /** Host, mail domain, code or number; empty for a key, and for a link to our host that is not this reader's. */
  readonly target: string;
  readonly isOurs: boolean;
}

/** Words by which a text speaks of stopping, in the languages of readers, without accents. */
export const STOPPING = new RegExp(
  [
    'desabonn|desinscri|\\boppos|ne plus (?:les |nous )?recevoir|retirer de|se retirer',
    'unsubscri|opt.?out|\\bstop\\b|stop receiving',
    'abbestell|\\babmeld|widerspr(?:ech|uch)',
    '\\bdar(?:se|me|te)? de baja|\\bdate de baja|dejar de recibir|\\boponer(?:se|me|te)\\b|\\b(?:su|tu|mi) oposicion\\b|derecho (?:de oposicion|a oponer)',
    'disiscri|non ricevere piu|\\boppo(?:rsi|nga)',
    '\\bafmeld|uitschrijv|\\bbezwaar\\b|niet meer ontvangen',
  ].join('|'),
);

const isMail = (target: string): boolean => /^mailto:/i.test(target);
const mailboxOf = (target: string): string => target.replace(/^mailto:/i, '').replace(/\?.*$/, '');

const hostOf = (url: string): string => {
  try {
    return new URL(url).hostname.toLowerCase();
  } catch {
    return 'unreadable';
  }
};

/** The means that a link or a mailbox is. */
export const meansTo = (target: string, known: KnownMeans): Means => {
  if (isMail(target)) {
    const mailbox = mailboxOf(target).toLowerCase();
    const isOurs =
      known.isOurMailbox?.(mailbox) === true ||
      (known.oppositionInbox !== undefined && mailbox === known.oppositionInbox.toLowerCase());
    return { target: mailbox.slice(mailbox.lastIndexOf('@') + 1), isOurs };
  }
  if (known.isOurLink(target)) return { target: hostOf(target), isOurs: true };
  return { target: known.isOurHost(target) ? '' : hostOf(target), isOurs: false };
};

/** A link or a mailbox. */
export const isLinkOrMailbox = (target: string): boolean => /^(?:https?:|mailto:)/i.test(target);

/** A mailbox is read from its first character alone: a long word is read once. */
const TARGETS = /https?:\/\/[^\s<>"')]+|(?:mailto:)?(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?\S*)?/gi;

const targetsIn = (line: string): readonly string[] => line.match(TARGETS) ?? [];

/** Links and mailboxes on a line that speaks of stopping, or on the line after one that does and holds none. */
export const meansInText = (text: string, known: KnownMeans): readonly Means[] => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.flatMap((line, index) => {
    const before = lines[index - 1] ?? '';
    const speaks = STOPPING.test(fold(line)) || (STOPPING.test(fold(before)) && targetsIn(before).length === 0);
    return targetsIn(line)
      .filter((target) => speaks || known.isOurLink(target))
      .map((target) => meansTo(/^https?:/i.test(target) || isMail(target) ? target : `mailto:${target}`, known));
  });
};

/**
 * Whether all of these means work: those that are ours do. Of others it is named where they lead, each once, for a human to
 * decide; of one that works for nobody there is nothing to decide.
 */
export const judgedMeans = (means: readonly Means[]): Pick<BytesFacts, 'oppositionMeansWork' | 'externalMeans'> => {
  const others = [...new Set(means.filter(({ isOurs }) => !isOurs).map(({ target }) => target))];
  const isOpen = others.length > 0 && !others.includes('');
  return { oppositionMeansWork: others.length === 0, externalMeans: isOpen ? others : undefined };
};
