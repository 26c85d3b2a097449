/** Places of France with a clock of their own, as people name them after an hour. */
export const FRENCH_ZONES = [
  { zone: 'Europe/Paris', fr: 'à Paris', en: 'in Paris' },
  { zone: 'Indian/Reunion', fr: 'à La Réunion', en: 'in La Réunion' },
  { zone: 'Indian/Mayotte', fr: 'à Mayotte', en: 'in Mayotte' },
  { zone: 'America/Martinique', fr: 'en Martinique', en: 'in Martinique' },
  { zone: 'America/Guadeloupe', fr: 'en Guadeloupe', en: 'in Guadeloupe' },
  { zone: 'America/Cayenne', fr: 'en Guyane', en: 'in French Guiana' },
  { zone: 'America/Miquelon', fr: 'à Saint-Pierre-et-Miquelon', en: 'in Saint-Pierre-et-Miquelon' },
  { zone: 'Pacific/Noumea', fr: 'en Nouvelle-Calédonie', en: 'in New Caledonia' },
  { zone: 'Pacific/Wallis', fr: 'à Wallis-et-Futuna', en: 'in Wallis and Futuna' },
  { zone: 'Pacific/Tahiti', fr: 'à Tahiti', en: 'in Tahiti' },
] as const;
