/** An image that counts who opens a message, as a verdict and the record of the message name it: no path, no reader. */
export interface TrackingPixel {
  /** Line of the HTML part, from 1, as its author wrote it. */
  readonly line: number;
  /** The host that serves it; what could name a reader is `*`. Empty: a merge field makes the address. */
  readonly host: string;
  /** What shows that it counts (docs/decisions/0038). */
  readonly by: string;
}

/** `line 12: t.example (token)`. */
export const pixelShown = ({ line, host, by }: TrackingPixel): string =>
  `line ${line}: ${host === '' ? 'address by field' : host} (${by})`;

/** The same for a French sentence, without what shows that it counts: `ligne 12 : t.example`. */
export const pixelShownInFrench = ({ line, host }: TrackingPixel): string =>
  `ligne ${line} : ${host === '' ? 'adresse faite par un champ' : host}`;
