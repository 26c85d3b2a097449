import type { HeldFamily } from '#shared/domain/centre/held.ts';
import type { ReasonGiven } from '#shared/domain/opposition/reason-given.ts';

/** What one family of channels is called in a sentence. */
export interface FamilyWords {
  /** As they follow "no more". */
  readonly messages: string;
  /** All of them, as they follow "object to". */
  readonly all: string;
  readonly address: string;
}

/** The sentences of the public pages but the preference centre, in one language; every argument is plain text. */
export interface PageWords {
  readonly family: Readonly<Record<HeldFamily, FamilyWords>>;
  /** Under every page of an advertiser. */
  readonly contact: {
    /** Before the address. */
    readonly at: string;
    readonly reference: string;
    readonly notice: string;
    /** After the words of a link that leaves our pages: it opens beside them, so that the page is still there. */
    readonly newTab: string;
  };
  /** The page of a link: one button. */
  readonly ask: {
    readonly title: (name: string, family: FamilyWords) => string;
    readonly heading: (name: string, family: FamilyWords) => string;
    readonly act: (family: FamilyWords) => string;
    readonly means: (name: string, family: FamilyWords) => string;
    readonly free: string;
    /** That this button is of one means, and where all of them are refused. */
    readonly beyond: string;
    /** The words of the link to the preference centre. */
    readonly choices: string;
    /** For who did it before: the same to everybody, since whoever has the link alone learns nothing of it. */
    readonly already: string;
  };
  /** The page after it. */
  readonly recorded: {
    readonly title: string;
    readonly everything: (name: string) => string;
    readonly family: (name: string, family: FamilyWords) => string;
    readonly mayArrive: string;
    /** After the wider choice. */
    readonly close: string;
    readonly widerTitle: (name: string) => string;
    readonly wider: (name: string) => string;
    readonly widerAct: (name: string) => string;
    /** Before the link to the preference centre, and its words. */
    readonly changedMind: string;
    readonly otherChoices: string;
  };
  /** The optional question after an opposition, and the thanks for its answer. */
  readonly reason: {
    readonly title: string;
    readonly hint: string;
    readonly label: string;
    readonly choose: string;
    readonly choices: Readonly<Record<ReasonGiven, string>>;
    readonly act: string;
    readonly thanks: string;
  };
  /** Whoever has no link types an address. */
  readonly form: {
    readonly title: string;
    readonly address: string;
    readonly phone: string;
    readonly sender: string;
    readonly hint: string;
    readonly act: string;
    readonly explained: string;
    /** What was typed in one field is no address, and is not recorded. */
    readonly neither: (typed: string) => string;
    readonly check: string;
    /** What was typed in the other field is recorded. */
    readonly kept: (typed: string) => string;
    readonly nothing: string;
    /** Nothing of all that was typed is recorded. */
    readonly none: string;
    readonly after: string;
  };
  readonly start: {
    readonly title: string;
    readonly heading: string;
    readonly intro: string;
    readonly stop: string;
    readonly shortest: string;
  };
  readonly unreadable: {
    readonly title: string;
    readonly nothing: string;
    readonly because: string;
    readonly whatToDo: string;
    readonly steps: readonly string[];
  };
  readonly preview: {
    readonly title: string;
    readonly heading: string;
    readonly nothing: string;
    readonly explained: string;
  };
  /** Our store cannot be reached. */
  readonly notNow: {
    readonly title: string;
    readonly heading: string;
    readonly opposition: string;
    readonly request: string;
    readonly because: string;
    readonly again: string;
  };
}

/** A sentence as heading, and what it means for the reader. */
interface Answer {
  readonly title: string;
  readonly text: string;
}

/** What the gateway says by itself, before any page of ours. */
export interface GatewayWords {
  readonly notThere: Answer;
  readonly tooMany: Answer;
  readonly unavailable: Answer;
  readonly unreadable: Answer;
}
