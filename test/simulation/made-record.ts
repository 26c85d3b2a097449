/** Pieces of a record as the judge reads it, made by hand: campaigns by mail whose names are those of their only runs. Times are in minutes. */

export const atMinute = (minute: number): number => minute * 60_000;

export const madeRun = (name: string) => ({
  run: name,
  campaignId: name,
  scheduledAt: 0,
  startedAt: atMinute(1),
  state: 'finished',
});

/** `of`: its advertiser, by its place among them. */
export const madeCampaign = (name: string, of: number, kind = 'now') => ({
  reference: name,
  campaignId: name,
  of,
  channel: 'email',
  schedule: { kind },
  at: 0,
  asked: [],
});

/** What came to people of these runs, in order. */
export const madeInbox = (came: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(came)
    .flatMap(([run, minutes]) => minutes.map((minute) => ({ run, at: atMinute(minute) })))
    .toSorted((a, b) => a.at - b.at);
