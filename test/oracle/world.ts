/**
 * A world: recorded acts and one question, as plain data. The bodies are those of the public API.
 * Instants are ISO 8601 with offset; ids are free strings.
 */
export type Fields = Readonly<Record<string, unknown>>;

/** A form or template version of the advertiser, and when it was stored. */
export interface Versioned {
  readonly id: string;
  readonly version: string;
  readonly body: Fields;
}

/** One act recorded about an address, in the order in which it was recorded. */
export interface Act {
  readonly kind:
    | 'contact' // what the advertiser declares of the address (DeclaredFacts; `personRef` links addresses to one person)
    | 'consent'
    | 'withdrawal' // of the consent recorded by act number `ofAct`
    | 'invalidation' // an operator ends the consent recorded by act number `ofAct`
    | 'sale'
    | 'activity'
    | 'opposition' // reported by the advertiser, or (with `observed`) come by link, one click or STOP
    | 'annulment' // two named humans: the record of act number `ofAct` never was an act of the person
    | 'restriction' // art. 18 GDPR: the person, who was identified, asked that nothing be done with the data but keep it
    | 'restriction-lifted' // of act number `ofAct`: the controller ends it, having said so to the person (art. 18 § 3)
    | 'moved' // the person is written to at address number `body.to` since; `body.madeBy`: the person, or the advertiser corrected it
    | 'undeliverable'; // a provider's report: `lasts` is permanent, listed (on the provider's own list) or transient
  /** Index into `addresses`. */
  readonly address: number;
  /** When it reached us. The body says when it happened. */
  readonly recordedAt: string;
  readonly body: Fields;
  readonly ofAct?: number;
  /**
   * For an opposition that we saw ourselves: how it came (the body then holds only `of`, and occurredAt = recordedAt). `hosted`: a consent
   * that the person gave on a page of ours.
   */
  readonly observed?: 'link' | 'one-click' | 'sms-reply' | 'hosted';
  /** Of a consent or a sale: something else than the system changed what is stored of it. */
  readonly altered?: true;
}

/** What a named human decided of a cause such as `form:newsletter@3`, `template:order@1`, `sale-type:free-account`. */
export interface Decision {
  readonly cause: string;
  readonly decidedAt: string;
  readonly body: Fields; // decision: allowed | refused, appliesTo?, until?, reason, decider
}

/** A message of ours that was handed over before. */
export interface Sent {
  /** To which address: index into `addresses`; absent: to the one that is written to now. */
  readonly address?: number;
  readonly channel: string;
  readonly at: string;
  readonly asksToRenew?: true;
  /** What it was, where it was no prospecting; absent: it was, or nobody noted it. */
  readonly class?: 'transactional' | 'relational';
}

/** A URL or a mail address that is our own, and was made for somebody. */
export interface Link {
  /** As it is written in the bytes: a page of ours (`https://aval.example/o/…`), or `mailto:` and a mailbox of ours. */
  readonly url: string;
  /** For whom it was made: index into `addresses`; -1: nobody knows. */
  readonly address: number;
}

export interface World {
  /** Settings of the advertiser (PUT /v1/advertisers/{id}), in force during the whole world. */
  readonly advertiser: Fields;
  readonly forms: readonly Versioned[];
  readonly templates: readonly Versioned[];
  /** Addresses of this advertiser's contacts: { email } or { phone } (E.164). The message goes to number 0. */
  readonly addresses: readonly Fields[];
  readonly acts: readonly Act[];
  readonly decisions: readonly Decision[];
  readonly sent: readonly Sent[];
  /** The message asked about (an item of POST /v1/verdicts, without `contact`); `bytes`: what is about to leave, where it is known. */
  readonly message: Fields;
  /** What is ours in the bytes, each in one place; absent: nothing is. */
  readonly links?: readonly Link[];
  /** When the message was allowed, where it was: it is judged again as it is handed over. Absent: it is asked about for the first time. */
  readonly allowedAt?: string;
  /** The moment of sending. */
  readonly at: string;
}

/** The conclusion: the outcome, and the code of the first reason, in the order of the groups and codes of docs/law.md. */
export interface Opinion {
  readonly outcome: 'allow' | 'defer' | 'review' | 'refuse';
  readonly primary: string;
}
