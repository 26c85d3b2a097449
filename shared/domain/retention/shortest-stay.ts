/** What was already too old when it was recorded is shown as such for so many days (D23). */
export const SHORTEST_STAY_DAYS = 30;
