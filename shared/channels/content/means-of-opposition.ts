import type { BytesFacts } from '#shared/domain/message/vet.ts';
import { saysCannotStop, withoutCannotStop } from './denied.ts';
import { fold } from './fold.ts';
import { deadLink } from './stopping/dead-links.ts';
import { linkOfText, WRITTEN_LINK } from './written-links.ts';

/** Which means of opposition are ours. */
export interface KnownMeans {
  /** Our own link, made for this reader. */
  readonly isOurLink: (url: string) => boolean;
  /** Any link to our host: one that is not this reader's works for nobody. */
  readonly isOurHost: (url: string) => boolean;
  /** Our own mailbox, made for this reader. Absent: the deployment receives no mail. */
  readonly isOurMailbox?: (address: string) => boolean;
  /** Any mailbox of our domain: one that is not this reader's works for nobody. */
  readonly isOurMailDomain?: (address: string) => boolean;
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
    'desabonn|desinscri|\\boppos|ne (?:\\w+ )?plus (?:les |nous |en )?recevoir|retirer de|se retirer',
    'unsubscri|opt.?out|\\bstop\\b|stop receiving|no longer (?:want|wish) to receive',
    'abbestell|\\babmeld|widerspr(?:ech|uch)',
    '\\bdar(?:se|me|te)? de baja|\\bdate de baja|dejar de recibir|\\boponer(?:se|me|te)\\b|\\b(?:su|tu|mi) oposicion\\b|derecho (?:de oposicion|a oponer)',
    'disiscri|non ricevere piu|\\boppo(?:rsi|nga)',
    '\\bafmeld|uitschrijv|\\bbezwaar\\b|niet meer ontvangen',
  ].join('|'),
);

/** Folded words speak of stopping, and not of that it cannot be done. */
export const speaksOfStop = (folded: string): boolean => STOPPING.test(withoutCannotStop(folded));

const isMail = (target: string): boolean => /^mailto:/i.test(target);
const mailboxOf = (target: string): string => target.replace(/^mailto:/i, '').replace(/\?.*$/, '');

const hostOf = (url: string): string => {
  try {
    return new URL(url).hostname.toLowerCase();
  } catch {
    return deadLink(url);
  }
};

/** The means that a link or a mailbox is. */
export const meansTo = (target: string, known: KnownMeans): Means => {
  if (isMail(target)) {
    const mailbox = mailboxOf(target).toLowerCase();
    const isOurs =
      known.isOurMailbox?.(mailbox) === true ||
      (known.oppositionInbox !== undefined && mailbox === known.oppositionInbox.toLowerCase());
    const works = isOurs || known.isOurMailDomain?.(mailbox) !== true;
    return { target: works ? mailbox.slice(mailbox.lastIndexOf('@') + 1) : '', isOurs };
  }
  if (known.isOurLink(target)) return { target: hostOf(target), isOurs: true };
  return { target: known.isOurHost(target) ? '' : hostOf(target), isOurs: false };
};

/** A link or a mailbox. */
export const isLinkOrMailbox = (target: string): boolean => /^(?:https?:|mailto:)/i.test(target);

/** A mailbox is read from its first character alone: a long word is read once. */
const TARGETS = new RegExp(
  `${WRITTEN_LINK}|${String.raw`(?:mailto:)?(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?\S*)?`}`,
  'gi',
);

/** A link or a mailbox on a line, and the words between it and the one before. */
interface Target {
  readonly target: string;
  readonly words: string;
  /** The words between it and the next one. */
  readonly after: string;
}

const targetsIn = (line: string, known: KnownMeans): readonly Target[] => {
  const found = [...line.matchAll(TARGETS)];
  const endOf = (one: RegExpExecArray | undefined): number => (one === undefined ? 0 : one.index + one[0].length);
  return found.map((one, index) => ({
    target: linkOfText(one[0], known.isOurLink),
    words: line.slice(endOf(found[index - 1]), one.index),
    after: line.slice(endOf(one), found[index + 1]?.index),
  }));
};

/** What leads to a link: its own sentence, with a question before it; the whole where that says nothing. */
export const lastSentenceOf = (words: string): string => {
  const last = words.split(/[.!]\s/).at(-1) ?? '';
  return /\p{L}/u.test(last) ? last : words;
};

/** Nothing new begins between two links: "ou", "or", a mark. */
const GOES_ON = /^[^\p{L}\p{N}]*(?:(?:ou|et|or|and|oder|und|o|y|e|of|en)\b.{0,30})?$/u;

/** Those of a line that words of stopping lead to; where none are, those that such words follow in the same sentence. */
const ledToByStopping = (line: string, before: string, known: KnownMeans): readonly Target[] => {
  const targets = targetsIn(line, known);
  const isAfterWords = speaksOfStop(fold(before)) && targetsIn(before, known).length === 0;
  const goesOn = !/[.!?]\s*$/.test(before);
  let isLed = false;
  const led = targets.filter(({ words }, index) => {
    isLed =
      speaksOfStop(fold(lastSentenceOf(words))) ||
      (index === 0 && isAfterWords && (goesOn || !/\p{L}/u.test(words))) ||
      (isLed && GOES_ON.test(fold(words)));
    return isLed;
  });
  if (led.length > 0) return led;
  // What begins with a capital is a sentence of its own.
  return targets.filter(({ after }) =>
    speaksOfStop(fold(/^(?!\P{L}*\p{Lu})(?:[^.!?]|[.!?](?!\s|$))*/u.exec(after)?.[0] ?? '')),
  );
};

/** The words that lead to a link: those of its line, or else the line before where that holds no link. */
const leadingTo = ({ words }: Target, isFirst: boolean, before: string, known: KnownMeans): string =>
  isFirst && !/\p{L}/u.test(words) && targetsIn(before, known).length === 0 ? before : words;

/** Links and mailboxes that words of stopping lead to, on their line or on the one before where that holds none; and links of ours, unless its sentence says that one cannot stop. */
export const meansInText = (text: string, known: KnownMeans): readonly Means[] => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.flatMap((line, index) => {
    const led = new Set(ledToByStopping(line, lines[index - 1] ?? '', known).map(({ target }) => target));
    return targetsIn(line, known)
      .filter(
        (one, place) =>
          led.has(one.target) ||
          (known.isOurLink(one.target) &&
            !saysCannotStop(fold(lastSentenceOf(leadingTo(one, place === 0, lines[index - 1] ?? '', known))))),
      )
      .map(({ target }) => meansTo(/^https?:/i.test(target) || isMail(target) ? target : `mailto:${target}`, known));
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
