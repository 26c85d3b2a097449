/** What the service that makes calls keeps of one. */
export interface SaidWithCall {
  /**
   * The attributes of a call, by their names; `undefined`: the service knows no such call. Throws `dependency-unavailable` where it cannot be
   * asked.
   */
  of(instanceId: string, callId: string): Promise<Readonly<Record<string, string>> | undefined>;
}
