/** The path below which what functions ask of the internet is answered: the host, and its own path. */
export const OUTSIDE = '/outside/';
