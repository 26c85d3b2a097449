/**
 * What the stage of a developer's machine is, as an `aval.config.json` would say it: one source of events, for the advertisers
 * of the tour and of the journeys. Its role is that of the person at the machine (`local/aws/endpoint.ts`).
 */
export const LOCAL_SETTINGS = {
  stages: {
    local: {
      eventSources: [
        {
          source: 'local.shop',
          roles: ['arn:aws:iam::000000000000:role/LOCALADMINISTRATOR'],
          advertisers: ['atelier-lumen', 'maison-valmy'],
          scopes: ['messages:send', 'messages:transactional', 'campaigns:write', 'consents:write', 'oppositions:write'],
        },
      ],
    },
  },
};

/** What this machine takes itself, whatever is named here. */
const HERE = { url: 'https://provider.example/' };

/** SMS by AWS End User Messaging: by a pool, so that every advertiser of the tour has something to send by, to France and Belgium. */
const TEXTS = { origination: [`pool-${'0'.repeat(32)}`], countries: ['FR', 'BE'] };

/** Calls by Amazon Connect, from the number that the advertisers of the tour show. */
const CALLS = {
  instanceArn: `arn:aws:connect:eu-central-1:000000000000:instance/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`,
  numbers: ['+33162000000'],
};

/** The application of Vonage, whose key is in the secret of the providers. */
export const VONAGE_APPLICATION = '00000000-0000-4000-8000-000000000000';

/** What this machine takes a second, by whichever route: no provider is behind it. */
const PACE = { requestsPerSecond: 20 };

/** What SMS, MMS and calls leave by, as settings name it. */
interface RoutesOfStage {
  readonly sms: string;
  readonly mms: string;
  readonly 'automated-call': string;
}

/** What people answer by our contract, where a channel leaves by it. */
const answersBy = (routes: RoutesOfStage): readonly string[] => [
  ...(routes.sms === 'https' || routes.mms === 'https' ? ['reply'] : []),
  ...(routes['automated-call'] === 'https' ? ['key-press'] : []),
];

/** A model that reads templates: on this machine it answers what a test has it answer. */
const READER = { model: 'eu.amazon.nova-pro-v1:0' };

/**
 * The same where SMS, MMS or calls leave by another than the usual route here: what an operator says of that route, and nothing of any other.
 *
 * @param hasReader a model reads templates
 */
export const localSettingsBy = (routes: RoutesOfStage, hasReader?: true) => {
  const isRoute = (name: string): boolean => Object.values(routes).includes(name);
  return {
    stages: {
      local: {
        ...LOCAL_SETTINGS.stages.local,
        routes,
        ...(isRoute('https') ? { provider: { ...HERE, answers: answersBy(routes) } } : {}),
        ...(isRoute('end-user-messaging') ? { endUserMessaging: TEXTS } : {}),
        ...(isRoute('connect') ? { connect: CALLS } : {}),
        ...(hasReader === true ? { templateReader: READER } : {}),
        ...(isRoute('vonage') ? { vonage: { applicationId: VONAGE_APPLICATION, ...PACE } } : {}),
        ...(isRoute('smsmode') ? { smsmode: PACE } : {}),
        ...(isRoute('spot-hit') ? { spotHit: PACE } : {}),
      },
    },
  };
};
