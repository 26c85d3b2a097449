import type { Said } from './said.ts';

/** The one that all of it runs at. */
export const PROCESSOR: Said = {
  fr: 'Amazon Web Services EMEA SARL, 38 avenue John F. Kennedy, L-1855 Luxembourg, par son accord de traitement des données (AWS GDPR DPA, dans ses conditions de service). Ses sous-traitants ultérieurs : aws.amazon.com/compliance/sub-processors.',
  en: 'Amazon Web Services EMEA SARL, 38 avenue John F. Kennedy, L-1855 Luxembourg, by its data processing addendum (AWS GDPR DPA, in its service terms). Its sub-processors: aws.amazon.com/compliance/sub-processors.',
};

/** Who takes what leaves by one route, as a line of the list of processors. */
export interface RouteProcessor {
  /** What leaves by it; none: nothing does any more, and what is under way is still reported. */
  readonly channels: readonly string[];
  readonly name: Said;
  readonly gets: Said;
  readonly keeps: Said;
  /** Absent: it is a service of AWS, in the Region of the deployment. */
  readonly transfer?: Said | undefined;
}

/** A service of AWS that has data in hand, by the types of its resources in the templates or by what functions call. */
interface Service {
  readonly name: string;
  /** Beginnings of resource types. */
  readonly types: readonly string[];
  readonly does: Said;
}

/** The services that have data of persons in hand. What only starts, names or counts is in `WITHOUT_PERSONS`. */
export const SERVICES: readonly Service[] = [
  {
    name: 'Amazon DynamoDB',
    types: ['AWS::DynamoDB::'],
    does: {
      fr: 'Conserve les contacts, les faits, les messages et leur preuve.',
      en: 'Stores contacts, facts, messages and their proof.',
    },
  },
  {
    name: 'Amazon S3',
    types: ['AWS::S3::'],
    does: {
      fr: 'Conserve les contenus, les fichiers déposés, les comptes rendus et le journal des oppositions.',
      en: 'Stores contents, uploaded files, reports and the journal of oppositions.',
    },
  },
  {
    name: 'AWS Lambda',
    types: ['AWS::Lambda::'],
    does: { fr: 'Exécute le logiciel.', en: 'Runs the software.' },
  },
  {
    name: 'Amazon API Gateway',
    types: ['AWS::ApiGateway::'],
    does: {
      fr: 'Reçoit les appels des applications et des lecteurs.',
      en: 'Receives calls of applications and readers.',
    },
  },
  {
    name: 'AWS WAF',
    types: ['AWS::WAFv2::'],
    does: { fr: 'Filtre les appels publics, par leur adresse IP.', en: 'Filters public calls, by their IP address.' },
  },
  {
    name: 'Amazon SQS',
    types: ['AWS::SQS::'],
    does: {
      fr: 'Transmet des identifiants ; réponses et rejets y sont chiffrés.',
      en: 'Passes ids on; replies and bounces are encrypted there.',
    },
  },
  {
    name: 'Amazon SNS',
    types: ['AWS::SNS::'],
    does: {
      fr: 'Envoie les SMS, où ils partent par lui ; transmet leurs réponses et ce qui est signalé des messages.',
      en: 'Sends SMS, where they leave by it; passes on their replies and what is reported of messages.',
    },
  },
  {
    name: 'AWS End User Messaging',
    types: ['AWS::SMSVOICE::'],
    does: {
      fr: 'Achemine les SMS d’Amazon SNS, ou les envoie lui-même ; tient la liste des numéros qui se sont opposés.',
      en: 'Carries the SMS of Amazon SNS, or sends them itself; keeps the list of numbers that opted out.',
    },
  },
  {
    name: 'Amazon SES',
    types: ['AWS::SES::'],
    does: {
      fr: 'Envoie les e-mails ; signale rejets et plaintes ; tient la liste des adresses bloquées.',
      en: 'Sends e-mails; reports bounces and complaints; keeps the list of blocked addresses.',
    },
  },
  {
    name: 'Amazon EventBridge',
    types: ['AWS::Events::', 'AWS::Scheduler::'],
    does: { fr: 'Transmet les événements et déclenche les tâches.', en: 'Passes events on and starts tasks.' },
  },
  {
    name: 'AWS KMS',
    types: ['AWS::KMS::'],
    does: { fr: 'Garde les clés de chiffrement.', en: 'Keeps the encryption keys.' },
  },
  {
    name: 'AWS Secrets Manager',
    types: ['AWS::SecretsManager::'],
    does: {
      fr: 'Garde les secrets d’où viennent les empreintes.',
      en: 'Keeps the secrets that fingerprints are made with.',
    },
  },
  {
    name: 'Amazon CloudWatch',
    types: ['AWS::Logs::', 'AWS::CloudWatch::'],
    does: {
      fr: 'Conserve les mesures et les journaux techniques, sans adresse ni numéro ; et, si le sort des SMS est journalisé, leurs numéros pendant une semaine, masqués sauf pour ce qui y recherche les oppositions.',
      en: 'Stores metrics and logs, without address or number; where what became of SMS is logged, their numbers too, for a week, masked but for what looks for oppositions in it.',
    },
  },
];

/** Types of resources that have nothing of a person in hand. */
export const WITHOUT_PERSONS: readonly string[] = [
  ...['AWS::IAM::', 'AWS::SSM::', 'AWS::Budgets::', 'AWS::CertificateManager::'],
];

/** Regions of AWS in the European Economic Area. */
const EEA = ['eu-west-1', 'eu-west-3', 'eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2'];
/** Regions in countries with an adequacy decision of the Commission that covers them: the United Kingdom and Switzerland. */
const ADEQUATE = ['eu-west-2', 'eu-central-2'];

/** Whether the data leave the European Economic Area (art. 44 to 49 GDPR), by the Region that they are in. */
const ofRegion = (region: string): Said => {
  if (EEA.includes(region))
    return {
      fr: `Les données sont dans la Région AWS ${region}, dans l’Espace économique européen.`,
      en: `The data are in the AWS Region ${region}, in the European Economic Area.`,
    };
  if (ADEQUATE.includes(region))
    return {
      fr: `**Transfert** : les données sont dans la Région AWS ${region}, hors de l’Espace économique européen, dans un pays qui bénéficie d’une décision d’adéquation (RGPD, art. 45) ; vérifier qu’elle est en vigueur.`,
      en: `**Transfer**: the data are in the AWS Region ${region}, outside of the European Economic Area, in a country with an adequacy decision (GDPR, art. 45); check that it is in force.`,
    };
  return {
    fr: `**Transfert** : les données sont dans la Région AWS ${region}, hors de l’Espace économique européen. Indiquer la garantie appropriée (RGPD, art. 46 à 49).`,
    en: `**Transfer**: the data are in the AWS Region ${region}, outside of the European Economic Area. Name the appropriate safeguard (GDPR, art. 46 to 49).`,
  };
};

/**
 * Where the data are. `copyRegion`: where the journal is copied to; absent: nowhere. `formerCopies`: where it was copied to before, and the
 * copies still are.
 */
export const transferOf = (region: string, copyRegion?: string, formerCopies: readonly string[] = []): Said => {
  const own = ofRegion(region);
  const before: Said =
    formerCopies.length === 0
      ? { fr: '', en: '' }
      : {
          fr: ` Des copies antérieures du journal des oppositions sont encore dans ${formerCopies.join(', ')}, dans l’Union européenne, jusqu’à leur terme.`,
          en: ` Former copies of the journal of oppositions are still in ${formerCopies.join(', ')}, in the European Union, until their term.`,
        };
  const copy: Said =
    copyRegion === undefined
      ? { fr: '', en: '' }
      : {
          fr: ` Une copie du journal des oppositions (identifiants, empreintes à clé, dates) est dans la Région AWS ${copyRegion}, dans l’Union européenne.`,
          en: ` A copy of the journal of oppositions (ids, keyed fingerprints, dates) is in the AWS Region ${copyRegion}, in the European Union.`,
        };
  return {
    fr: `${own.fr}${copy.fr}${before.fr} Un message quitte la Région pour arriver chez son destinataire, par les prestataires d’envoi qui sont indiqués.`,
    en: `${own.en}${copy.en}${before.en} A message leaves the Region to reach its recipient, by the providers that are named.`,
  };
};
