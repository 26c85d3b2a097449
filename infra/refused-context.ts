/** What `-c` once set, and where it is set now; a value given there would be silently without effect. */
const MOVED: Readonly<Record<string, string>> = {
  region: 'region',
  domain: 'publicDomain.host',
  certificateArn: 'publicDomain.certificateArn',
  emailIdentity: 'senders.email',
  alarmEmail: 'alarms.email',
  monthlyBudgetUsd: 'alarms.monthlyBudgetUsd',
  logRetentionDays: 'retention.logDays',
  throttleRate: 'quotas.requestsPerSecond',
  throttleBurst: 'quotas.requestsAtOnce',
};
/** What only a developer's machine has: a movable clock, and links to `http://localhost`, as parameters of its template. */
const LOCAL_PARAMETERS = ['publicBaseUrl', 'clockOffsetFile'];

/** Throws an `Error` with a sentence for the deployer when a name is given with `-c` that sets nothing there. */
export const refuseContext = (names: readonly string[], stage: string, file = 'aval.config.json'): void => {
  for (const name of names) {
    if (LOCAL_PARAMETERS.includes(name))
      throw new Error(
        `\`${name}\` cannot be given with -c: it is a parameter of the template of stage \`local\` alone.`,
      );
    if (Object.hasOwn(MOVED, name))
      throw new Error(
        `\`${name}\` cannot be given with -c any more: set \`stages.${stage}.${MOVED[name]}\` in ${file}.`,
      );
  }
};

/** Every name that `refuseContext` refuses. */
export const REFUSED_CONTEXT: readonly string[] = [...Object.keys(MOVED), ...LOCAL_PARAMETERS];
