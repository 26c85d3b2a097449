/** Whether a reader sees a link: nobody may, some may not, all do. */
export type Sight = 'unseen' | 'doubtful' | 'seen';
const WORSE: Readonly<Record<Sight, number>> = { seen: 0, doubtful: 1, unseen: 2 };
export const worse = (one: Sight, other: Sight): Sight => (WORSE[one] > WORSE[other] ? one : other);
export const better = (one: Sight, other: Sight): Sight => (WORSE[one] < WORSE[other] ? one : other);

export const worst = (sights: readonly Sight[]): Sight => sights.reduce(worse, 'seen');
export const doubtfulIf = (is: boolean): Sight => (is ? 'doubtful' : 'seen');
export const unseenIf = (is: boolean): Sight => (is ? 'unseen' : 'seen');
