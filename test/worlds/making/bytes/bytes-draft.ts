/** What one place in a message is there for. */
export type Says = 'greeting' | 'body' | 'who' | 'ad' | 'why' | 'stop' | 'notice' | 'source' | 'more';

/** A place in a message, as each part of it says it; empty: that part does not. `text` is also what a voice speaks. */
export interface Piece {
  readonly says: Says;
  html: string;
  text: string;
}

/** The final bytes of a message that are still being written. */
export interface BytesDraft {
  /** The parts of a mail; of all else its text. */
  readonly parts: readonly ('html' | 'text')[];
  pieces: Piece[];
  /** The sender that the bytes show; absent: the one of the message. */
  sender?: string;
  /** Of a mail. `fromName` absent: none is shown; `subject` absent: that of the message. */
  fromName?: string;
  subject?: string;
  /** The subject where the message has none. */
  readonly usualSubject: string;
  headers: { readonly name: string; readonly value: string }[];
  /** How the pieces of a part are put together. */
  readonly layout: Layout;
}

export interface Layout {
  readonly html: 'paragraphs' | 'table' | 'one-line' | 'bare';
  readonly text: 'lines' | 'paragraphs' | 'wrapped' | 'one-line';
  /** A sheet in the head of the HTML. */
  style: string;
  /** Hidden words before everything, as many mails have; empty: none. */
  readonly preheader: string;
  /** Of a call: marked up for the voice. */
  readonly isSsml: boolean;
}

/** Text as HTML shows it. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What is there in text alone, or is spoken. */
export const spoken = (says: Says, text: string): Piece => ({ says, html: '', text });

/** The same words in both parts. */
export const words = (says: Says, text: string): Piece => ({ says, html: escaped(text), text });
