import type { FlatProhibition } from '../../article.ts';
import { FORMER_SANCTIONS } from '../../texts/sanctions-former.ts';
import { creditWithoutReminder, creditWithoutReminderExamples } from './l312-9.ts';

/** Of editions before 2026-11-30.6: it named neither the fine of legal persons nor that of who did it before. */
export const creditWithoutReminderBefore: FlatProhibition = {
  ...creditWithoutReminder,
  sanctions: FORMER_SANCTIONS.credit,
};
export const creditWithoutReminderBeforeExamples = creditWithoutReminderExamples;
