/** The code of whom nobody tried, since the deployment has no route for the channel of their campaign; and of the pause that follows. */
export const NO_ROUTE = 'no-route';
/** The same, since its route of calls does not report the key that the calling number promises. */
export const NO_KEY_PRESS = 'no-key-press';
