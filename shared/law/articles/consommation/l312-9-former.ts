import type { FlatProhibition } from '../../article.ts';
import { FORMER_SANCTIONS } from '../../texts/sanctions-former.ts';
import { creditWithoutReminder, creditWithoutReminderExamples } from './l312-9.ts';

/** Of edition 2026-11-30.6: that e-mail alone is meant was not said to be a reading. */
export const creditWithoutReminderByMail: FlatProhibition = { ...creditWithoutReminder, reading: undefined };
export const creditWithoutReminderByMailExamples = creditWithoutReminderExamples;

/** Of editions before 2026-11-30.6: it named neither the fine of legal persons nor that of who did it before. */
export const creditWithoutReminderBefore: FlatProhibition = {
  ...creditWithoutReminderByMail,
  sanctions: FORMER_SANCTIONS.credit,
};
export const creditWithoutReminderBeforeExamples = creditWithoutReminderExamples;
