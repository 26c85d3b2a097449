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

/** The same where SMS or calls leave by a service of AWS that is not the usual one here. */
export const localSettingsBy = (routes: { readonly texts: boolean; readonly calls: boolean }) => ({
  stages: {
    local: {
      ...LOCAL_SETTINGS.stages.local,
      routes: {
        sms: routes.texts ? 'end-user-messaging' : 'sns',
        mms: 'https',
        'automated-call': routes.calls ? 'connect' : 'https',
      },
      provider: { ...HERE, answers: routes.calls ? ['reply'] : ['reply', 'key-press'] },
      ...(routes.texts ? { endUserMessaging: TEXTS } : {}),
      ...(routes.calls ? { connect: CALLS } : {}),
    },
  },
});
