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
