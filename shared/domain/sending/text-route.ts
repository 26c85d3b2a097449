/** What every text that leaves by AWS End User Messaging is sent with. */
export interface TextRoute {
  /** Under which its events are published. */
  readonly configurationSet: string;
  /** Names of the account that texts may leave under. */
  readonly senderIds: readonly string[];
  /** The id of a number or a pool, by which the others leave. Absent: they leave by nothing. */
  readonly number?: string | undefined;
  /** Of the deployer's own; absent: the one of the configuration set. */
  readonly protectConfigurationId?: string | undefined;
  /** The most that one text may cost, in US dollars. Absent: whatever it costs. */
  readonly maxPriceUsd?: number | undefined;
  /** Seconds for which AWS may try, at most. Absent: as long as it takes. */
  readonly longestSeconds?: number | undefined;
}
