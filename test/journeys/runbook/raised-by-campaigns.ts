/** The alarms that the drill of campaigns raises, by their names without the stage: their kinds are raised there, and by no page of the runbook. */
export const RAISED_BY_CAMPAIGNS = ['untaken-campaigns', 'refused-campaigns', 'braked-campaigns'] as const;
