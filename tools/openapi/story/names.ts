import { createHash } from 'node:crypto';

/** How each kind of id looks in an answer. What a longer one holds comes after it. */
const KINDS = {
  // The way out of one message, and the mailbox that is another.
  link: /https?:\/\/[\w.:-]+\/o\/[\w-]{40,}/,
  // The preference centre of a contact.
  centre: /https?:\/\/[\w.:-]+\/p\/[\w-]{40,}/,
  mailbox: /\bo\+[0-9a-z]{40,}@[\w.-]+/,
  fact: /v\d+n\d+\.[\w-]{43}\.[\w-]{16}/,
  contact: /v\d+n\d+\.[\w-]{43}/,
  message: /msg_[\w-]{22}/,
  review: /rev_[\w-]{22}/,
  upload: /upl_[\w-]{22}/,
  job: /job_[\w-]{22}/,
  list: /lst_[\w-]{22}/,
  campaign: /cmp_[\w-]{22}/,
  key: /aval_[0-9a-f]{20}_[\w-]{44}/,
  // These are ids only where they stand alone: a text may name a commit by its hash.
  hash: /^[0-9a-f]{64}$/,
  version: /^[0-9a-f]{40}$/,
  apiKey: /^[0-9a-f]{20}$/,
  request: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  reference: /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/,
} as const;

const ANY = new RegExp(
  Object.entries(KINDS)
    .map(([kind, { source }]) => `(?<${kind}>${source})`)
    .join('|'),
  'g',
);
/** Members that hold an address which is signed for a while. */
const ADDRESSES = ['uploadUrl', 'reportUrl', 'fileUrl'];
/** Members whose whole value is opaque: it is an id, however it looks. */
const OPAQUE = ['nextCursor', 'cursor', 'providerMessageId', 'seal', ...ADDRESSES];

/** An id in a text, with its kind. */
export interface FoundId {
  readonly id: string;
  readonly kind: string;
}

/** The text with each of its ids replaced. `member`: the name of the member that holds the text. */
export const replaceIds = (text: string, member: string, replace: (found: FoundId) => string): string => {
  if (OPAQUE.includes(member)) return replace({ id: text, kind: member });
  return text.replaceAll(ANY, (id, ...more: unknown[]) => {
    const groups = more.at(-1) as Readonly<Record<string, string | undefined>>;
    return replace({ id, kind: Object.keys(groups).find((kind) => groups[kind] !== undefined) ?? '' });
  });
};

/** The value with every text in it changed; `change` gets the name of the member that holds the text as well. */
export const mapStrings = <T>(value: T, change: (text: string, member: string) => string, member = ''): T => {
  const mapped = (): unknown => {
    if (typeof value === 'string') return change(value, member);
    if (Array.isArray(value)) return value.map((each) => mapStrings(each, change, member));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapStrings(each, change, name)]));
  };
  return mapped() as T;
};

const HEX = '0123456789abcdef';
const PLAIN = 'abcdefghjkmnpqrstuvwxyz23456789';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters that follow from what they name, so that they are the same whenever examples are recorded. */
const charactersFor = (what: string, count: number, alphabet = PLAIN): string =>
  [...createHash('sha512').update(what).digest().subarray(0, count)]
    .map((byte) => alphabet[byte % alphabet.length] ?? '')
    .join('');

/**
 * Which id of a running system each id of the examples means: one for one, in both directions. What the examples call
 * by one name is one thing, and two names are two things.
 */
export class Names {
  readonly #real = new Map<string, string>();
  readonly #example = new Map<string, string>();

  /** False when either already means something else. */
  bind(example: string, real: string): boolean {
    const isNew = !this.#real.has(example) && !this.#example.has(real);
    if (isNew) {
      this.#real.set(example, real);
      this.#example.set(real, example);
    }
    return this.#real.get(example) === real && this.#example.get(real) === example;
  }

  /** The value with the ids of the running system in place of those of the examples. */
  inReal<T>(value: T, member = ''): T {
    return mapStrings(value, (text, name) => replaceIds(text, name, ({ id }) => this.#real.get(id) ?? id), member);
  }

  /** The value with the names of ids in place of those of the running system; new ids are given names. */
  inExamples<T>(value: T): T {
    return mapStrings(value, (text, name) => replaceIds(text, name, (found) => this.nameOf(found)));
  }

  /** Ids that the caller chose are the same in the examples: those of a body that have no name yet. */
  keep(body: unknown): void {
    mapStrings(body, (text, name) =>
      replaceIds(text, name, ({ id }) => {
        if (!this.#real.has(id)) this.bind(id, id);
        return id;
      }),
    );
  }

  /** The name of an id in examples: the one that it has, or a new one. */
  nameOf({ id, kind }: FoundId): string {
    const known = this.#example.get(id);
    if (known !== undefined) return known;
    const name = this.#newName(id, kind);
    this.bind(name, id);
    return name;
  }

  #newName(id: string, kind: string): string {
    const what = `${kind} ${this.#real.size}`;
    switch (kind) {
      case 'fact': {
        const end = id.lastIndexOf('.');
        return `${this.nameOf({ id: id.slice(0, end), kind: 'contact' })}.${charactersFor(what, 16)}`;
      }
      case 'contact':
        return `${id.slice(0, id.indexOf('.') + 1)}${charactersFor(what, 43)}`;
      case 'message':
      case 'review':
      case 'upload':
      case 'job':
      case 'list':
      case 'campaign':
        return `${id.slice(0, 4)}${charactersFor(what, 22)}`;
      case 'key':
        return `aval_${this.nameOf({ id: id.slice(5, 25), kind: 'apiKey' })}_${charactersFor(what, 44)}`;
      case 'link':
        return `https://stop.maison-valmy.example/o/${charactersFor(what, 64)}`;
      case 'centre':
        return `https://stop.maison-valmy.example/p/${charactersFor(what, 64)}`;
      case 'mailbox':
        return `o+${charactersFor(what, 60)}@stop.maison-valmy.example`;
      case 'reference':
        return charactersFor(what, 10, CROCKFORD).replace(/^.{5}/, '$&-');
      case 'request':
        return charactersFor(what, 32, HEX).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      case 'uploadUrl':
      case 'reportUrl':
        return `https://s3.eu-west-3.amazonaws.com/aval-uploads/${charactersFor(what, 22)}.csv?X-Amz-Signature=${charactersFor(what, 64, HEX)}`;
      case 'hash':
      case 'version':
      case 'apiKey':
        return charactersFor(what, id.length, HEX);
      default:
        return charactersFor(what, 24);
    }
  }
}
