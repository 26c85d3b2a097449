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

/**
 * The same where SMS leave by AWS End User Messaging: by a pool, so that every advertiser of the tour has something to send by, to France
 * and Belgium. Who takes MMS and calls is this machine, whatever is named here.
 */
export const LOCAL_TEXT_SETTINGS = {
  stages: {
    local: {
      ...LOCAL_SETTINGS.stages.local,
      routes: { sms: 'end-user-messaging', mms: 'https', 'automated-call': 'https' },
      provider: { url: 'https://provider.example/', answers: ['reply', 'key-press'] },
      endUserMessaging: { origination: [`pool-${'0'.repeat(32)}`], countries: ['FR', 'BE'] },
    },
  },
};
