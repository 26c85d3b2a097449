import type { Why } from '#shared/channels/content/mentions.ts';
import type { CollectionSource } from '#shared/domain/contact/contact.ts';

/** The sentences of the footer of a mail in one language; every argument is plain text. */
export interface FooterWords {
  /** Who writes, where it is no advertising (D5). `who` is the name and what reaches it. */
  readonly service: (who: string) => string;
  /** That it is advertising, and who writes. */
  readonly advertising: (who: string) => string;
  readonly why: (why: Why, publicName: string) => string;
  /** The words of the link, and what follows them to make a sentence. */
  readonly stop: string;
  readonly stopEnd: string;
  /** The same in brackets, where the address follows. */
  readonly stopHint: string;
  /** In plain text: that the page of the same link is also the one of choices and of what is held. No word of it is taken for a way to stop. */
  readonly choices: string;
  /** The same as the words of a link to that page. */
  readonly choicesLink: string;
  /** The link to the advertiser's own notice, and what follows it. */
  readonly notice: string;
  readonly noticeEnd: string;
  /** The sign between words and the address of their link, in plain text. */
  readonly colon: string;
  /** Where the coordinates of a professional come from, when no reference names it. */
  readonly sources: Readonly<Record<CollectionSource, string>>;
}

/** What carries a code of the preference centre: a mail, or a text in GSM-7 that fits one segment. */
export interface CodeWords {
  readonly subject: (code: string) => string;
  readonly mail: (code: string, name: string) => string;
  /** The text, with the advertiser's name and without. */
  readonly named: (code: string, name: string) => string;
  readonly bare: (code: string) => string;
  /** What says that a request is recorded: `what` it is, by when it is answered, and how to reach the advertiser; the text has the day alone. */
  readonly asked: {
    readonly subject: string;
    readonly mail: (what: string, said: string, name: string, contact: string) => string;
    readonly named: (day: string, name: string) => string;
    readonly bare: (day: string) => string;
  };
}

/** What an SMS says beside its author's words, in GSM-7; STOP and the name are the same in every language. */
export interface TextWords {
  /** What comes before the name of who the number came from. */
  readonly source: string;
  /** Who writes, and how to reach them: what answers CONTACT. */
  readonly whoWrites: (name: string, contact: string) => string;
  /** That a STOP is recorded, in one segment: with the advertiser's name and without. */
  readonly stopped: { readonly named: (name: string) => string; readonly bare: string };
}
