import { type ChapterPlan, situation, words } from './plan.ts';

export const HOURS: ChapterPlan = {
  id: 'hours',
  title: words('Jours et heures', 'Days and hours'),
  alsoQuoted: [
    { version: 'l223-7/2026-04-03', paragraph: 'al. 1' },
    { version: 'l223-1/2026-08-11', paragraph: 'al. 6' },
  ],
  does: [
    words(
      '**Courriel** : à toute heure, tous les jours. **SMS et MMS publicitaires** : du lundi au samedi, de 8 h à 21 h 30, hors jours fériés. Aucune loi ne fixe ces heures : c’est la charte des opérateurs, un contrat. Depuis le 1er mars 2026, elle ne fait que recommander d’éviter les dimanches et jours fériés ; ne pas écrire ces jours-là est une règle d’Aval (réglage `sms.sundayAndHolidayCourtesy`). L’annonceur peut avoir des heures plus étroites (`sms.window`), et en a besoin si son prestataire en impose : Aval ne connaît pas celles du prestataire. **Appel d’un automate à un consommateur** : du lundi au vendredi, de 10 h à 13 h et de 14 h à 20 h, hors jours fériés. Ces heures sont celles du décret sur le démarchage téléphonique, qui est du droit ; les appliquer à l’automate est une lecture d’Aval (voir ce qui reste ouvert).',
      '**E-mail**: at any hour, every day. **Promotional SMS and MMS**: Monday to Saturday, 8:00 to 21:30, not on public holidays. No statute sets these hours: it is the operators’ charter, a contract. Since 1 March 2026 it only recommends to avoid Sundays and holidays; not to write on these days is a rule of Aval (setting `sms.sundayAndHolidayCourtesy`). The advertiser may have narrower hours (`sms.window`), and needs them where its provider has: Aval does not know those of the provider. **Automated call to a consumer**: Monday to Friday, 10:00 to 13:00 and 14:00 to 20:00, not on public holidays. These are the hours of the decree on telephone calls, which is law; to apply them to automated calls is a reading of Aval (see what stays open).',
    ),
    words(
      '**Heure du destinataire.** C’est celle du lieu où vit la personne. S’il n’est pas connu, l’heure doit être admise partout où le numéro peut sonner : un +262 peut être à La Réunion ou à Mayotte. Jours fériés : pour un SMS ou un MMS, ceux de ce lieu, abolition de l’esclavage outre-mer et Alsace-Moselle comprises ; pour un appel, les onze jours du code du travail (L. 3133-1), que le décret vise seuls, où que vive la personne que le droit français protège.',
      '**The recipient’s time.** It is that of the place where the person lives. If it is not known, the hour must be admitted wherever the number may ring: +262 may be in Réunion or in Mayotte. Public holidays: for an SMS or MMS those of that place, abolition days overseas and those of Alsace and Moselle included; for a call the eleven days of the Code du travail (L. 3133-1), which are the only ones that the decree names, wherever the person lives whom French law protects.',
    ),
    words(
      '**Attente.** Hors des heures, le message attend la première heure admise : un SMS dû le dimanche part le lundi à 8 h (le mardi, si lundi est férié). Il n’attend pas au-delà de sa validité : celle qui est demandée, sinon 24 heures pour un SMS, un MMS ou un appel, 72 heures pour un courriel. Un SMS du samedi à 22 h, valable 24 heures, ne part donc jamais.',
      '**Waiting.** Outside the hours the message waits for the first admitted one: an SMS due on Sunday is sent on Monday at 8:00 (on Tuesday, if Monday is a holiday). It waits no longer than its validity: the one asked for, else 24 hours for SMS, MMS and calls, 72 hours for e-mail. So an SMS of Saturday at 22:00, valid for 24 hours, is never sent.',
    ),
  ],
  open: [
    {
      codes: ['QUIET_HOURS_VOICE', 'PUBLIC_HOLIDAY_VOICE'],
      setting: 'automated-calls-by-l34-5-alone',
      says: words(
        'Le décret parle d’appels « par voie téléphonique » ; L. 223-7 renvoie les automates à L. 34-5, qui ne fixe pas d’heures. Aval applique le décret à l’automate, sauf autre choix : un appel à une mauvaise heure coûte plus qu’un appel tardif. La presse, que L. 223-5 excepte de l’interdiction de démarcher, reste tenue par ces jours, ces heures et ce nombre d’appels (D. 223-9, al. 1, « y compris celle visée à l’article L. 223-5 »).',
        'The decree speaks of calls “par voie téléphonique”; L. 223-7 sends automated calls to L. 34-5, which sets no hours. Aval applies the decree to automated calls, unless chosen otherwise: a wrong call costs more than a late one. The press, which L. 223-5 excepts from the ban on canvassing, stays held to these days, hours and number of calls (D. 223-9, al. 1, “y compris celle visée à l’article L. 223-5”).',
      ),
    },
    {
      codes: [],
      setting: 'automated-call-at-agreed-hour',
      says: words(
        'La personne peut accepter d’être appelée à une date et une heure précises (L. 223-1, al. 6). Si l’annonceur a retenu ce réglage et que la preuve est enregistrée, l’appel peut avoir lieu dans la demi-heure qui suit l’heure convenue, même hors des heures.',
        'The person may agree to be called at a precise day and hour (L. 223-1, al. 6). If the advertiser recorded this reading and the proof is on record, the call may be made within half an hour of the agreed hour, also outside the hours.',
      ),
    },
    {
      codes: ['QUIET_HOURS_SMS', 'TIMEZONE_AMBIGUOUS'],
      says: words(
        'Dimanches et jours fériés : recommandation de la charte ; ne pas écrire ces jours-là est une règle d’Aval, que l’annonceur peut lever. Aucune sanction. Si le jour n’est férié que dans l’un des lieux possibles, une règle d’Aval retient le message de même. Les mots lus de la charte ne disent pas non plus de quelle heure elle parle : Aval prend celle du destinataire. Le Vendredi saint est tenu pour férié dans toute l’Alsace-Moselle, et les 27 et 28 mai à Saint-Martin : prudence, le code du travail en dit moins. Ces heures sont celles des SMS et MMS publicitaires : un message relationnel approuvé, telle une enquête, part à toute heure, un dimanche à 23 h compris. La charte n’exempte que les messages fonctionnels que la personne a sollicités ; que les messages relationnels ne soient pas publicitaires est une lecture, et l’annonceur choisit leur heure.',
        'Sundays and public holidays: a recommendation of the charter; not to write on them is a rule of Aval that the advertiser may turn off. No sanction. Where the day is a holiday in one of the possible places alone, a rule of Aval makes the message wait as well. Nor do the words read of the charter say of whose hour it speaks: Aval takes the recipient’s. Good Friday counts as a holiday in all of Alsace and Moselle, and 27 and 28 May in Saint-Martin: out of caution, the Code du travail says less. These hours are those of promotional SMS and MMS: an approved relational message, such as a survey, leaves at any hour, on a Sunday at 23:00 too. The charter exempts only functional messages that the person asked for; that relational ones are not promotional is a reading, and the advertiser chooses their hour.',
      ),
    },
  ],
  situations: [
    situation('49', 'SMS un dimanche', 'An SMS on a Sunday'),
    situation('49b', 'SMS un mardi à 22 h 10', 'An SMS on a Tuesday at 22:10'),
    situation('49c', 'SMS un jour férié', 'An SMS on a public holiday'),
    situation('D8', 'SMS du dimanche, valable jusqu’au soir', 'An SMS of Sunday that is valid until the evening'),
    situation(
      '32',
      'Appel un samedi à 11 h, qui peut attendre une semaine',
      'A call on a Saturday at 11:00 that may wait a week',
    ),
    situation(
      'VOICE-1',
      'Le même, à l’heure que la personne a acceptée, l’annonceur ayant retenu ce réglage',
      'The same, at the hour that the person agreed to, by an advertiser with that reading',
    ),
    situation('VOICE-3', 'Appel le 11 novembre', 'A call on 11 November'),
    situation(
      '50',
      'SMS à un +262 : il est 8 h 30 à La Réunion, 7 h 30 à Mayotte',
      'An SMS to +262: it is 8:30 in Réunion, 7:30 in Mayotte',
    ),
  ],
};
