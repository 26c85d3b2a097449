import { checkFlows } from '../../aws/connect/wired.ts';
import { BootFailure } from '../boot-failure.ts';
import { checkAnswers } from './answers.ts';
import { checkBrought, checkBuses, checkRules } from './buses.ts';
import type { Check, Wired } from './check.ts';
import { checkFilters } from './filters.ts';
import { checkFirewalls } from './firewalls.ts';
import { checkEnvironments, checkFunctions, checkVariables } from './functions.ts';
import { checkLanguage } from './language.ts';
import { checkLinks } from './links.ts';
import { checkReceipts, checkReports, checkSecrets, checkSets } from './mail.ts';
import { checkAllowed, checkServices, checkTransport } from './policies.ts';
import { checkMappings, checkQueues, checkSubscriptions, checkTopics } from './queues.ts';
import { checkKeys, checkTrust } from './roles.ts';
import { checkAuthorizers, checkCallers, checkMethods, checkPaths, checkPermissions } from './routes.ts';
import { checkSchedules } from './schedules.ts';
import { checkSmsLogs } from './sms-logs.ts';
import { checkDeployments, checkStages } from './stages.ts';
import { checkAliases, checkEncryption, checkLocks, checkTables } from './stored.ts';
import { checkFollowed, checkStreams } from './streams.ts';
import { checkAlarms } from './watched.ts';

/** What a whole deployment is held to before it starts. */
const STRICT: readonly Check[] = [
  ...[
    checkLanguage,
    checkTrust,
    checkKeys,
    checkServices,
    checkAllowed,
    checkTransport,
    checkBuses,
    checkRules,
    checkBrought,
    checkAliases,
    checkEncryption,
    checkLocks,
  ],
  ...[checkPaths, checkMethods, checkAuthorizers, checkPermissions, checkCallers],
  ...[checkDeployments, checkStages, checkFirewalls, checkAnswers],
  ...[checkFunctions, checkEnvironments, checkVariables],
  ...[
    checkMappings,
    checkQueues,
    checkSubscriptions,
    checkTopics,
    checkStreams,
    checkFollowed,
    checkTables,
    checkSchedules,
  ],
  ...[checkAlarms, checkFilters, checkSets, checkReports, checkReceipts, checkSmsLogs, checkSecrets, checkLinks],
  checkFlows,
];

/** Throws `BootFailure` with the first thing that AWS would refuse, never carry, or lose without a report. */
export const checkStrictly = (wired: Wired): void => {
  for (const check of STRICT) {
    const [complaint] = check(wired);
    if (complaint !== undefined) throw new BootFailure(complaint);
  }
};
