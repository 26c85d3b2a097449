import type { RequestListener } from 'node:http';
import type { GivenReport, LocalProvider, ProviderReport, ReceivedHandover } from '../handover.ts';

/** What a server of a provider’s own words took, and how its people answer: what differs from one such provider to the next. */
export interface HomeAccount {
  readonly listener: RequestListener;
  /** True for the paths of its API. */
  readonly takes: (path: string) => boolean;
  /** What it took, as a phone shows it. */
  readonly all: () => readonly Omit<ReceivedHandover, 'reports'>[];
  /**
   * Has it report, in its own words and as it signs, what a person does or what becomes of a message; resolves to the status of the answer. Throws
   * `RangeError` for what it never reports.
   */
  readonly happens: (message: ReceivedHandover, report: ProviderReport) => Promise<number>;
  /** What it reports of each message without being asked; absent: nothing. */
  readonly byItself?: (message: ReceivedHandover) => Promise<readonly GivenReport[]>;
}

/** A provider in its own words, as it is looked at and used on this machine. */
interface HomeProvider extends Pick<LocalProvider, 'taken' | 'report'> {
  readonly listener: RequestListener;
  readonly takes: (path: string) => boolean;
  /** Requests and reports that are under way. */
  readonly pending: () => number;
}

/** Keeps what each message was reported on, and has the provider report by itself once a request is answered, or cut. */
export const atHome = (account: HomeAccount, now: () => string): HomeProvider => {
  const shown = new Map<string, ReceivedHandover>();
  const begun = new Set<string>();
  let underWay = 0;
  const taken = (): readonly ReceivedHandover[] =>
    account.all().map((each) => {
      const known = shown.get(each.id) ?? { ...each, reports: [] };
      shown.set(each.id, known);
      return known;
    });
  const reportByItself = async (): Promise<void> => {
    const { byItself } = account;
    if (byItself === undefined) return;
    const coming = taken().filter(({ id }) => !begun.has(id));
    for (const { id } of coming) begun.add(id);
    // Whoever has stopped listening is reported nothing.
    for (const each of coming) each.reports.push(...(await byItself(each).catch(() => [])));
  };
  return {
    takes: account.takes,
    taken,
    listener: (request, response) => {
      underWay += 1;
      response.once('close', () => void reportByItself().finally(() => (underWay -= 1)));
      account.listener(request, response);
    },
    report: async (id, report) => {
      const message = taken().find((each) => each.id === id);
      if (message === undefined) throw new RangeError(`No message is called ${id}.`);
      const status = await account.happens(message, report);
      const { kind, text, digits } = report;
      message.reports.push({ kind, text, digits, at: now(), status });
      return status;
    },
    pending: () => underWay,
  };
};

/** A number in E.164, from digits alone; a name or a short code stays as it is. */
export const asNumber = (digits: string): string => (/^\d{7,15}$/.test(digits) ? `+${digits}` : digits);

/** Throws: this provider never reports that. */
export const neverReported = (provider: string, kind: string): never => {
  throw new RangeError(`${provider} is asked for no report of "${kind}" here.`);
};
