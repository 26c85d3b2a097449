/** Numbers from 0 to 1, the same for the same seed. */
export type Random = () => number;

export const randomFrom = (seed: number): Random => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

/** The same in another order (Fisher and Yates). */
export const shuffled = <T>(given: readonly T[], random: Random): readonly T[] => {
  const order = [...given];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
};
