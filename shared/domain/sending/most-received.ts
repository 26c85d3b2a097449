/** So often a queue gives a message to a worker; then it goes to the dead letters. Crashes alone count: what is throttled is put back as a new one. */
export const MOST_RECEIVED = 5;
