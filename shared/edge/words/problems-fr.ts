import type { FailureCode } from '../../domain/failure.ts';

/** Title and remedy of each problem in French. The sentences in English are in `problems.ts`. */
export const PROBLEMS_FR = {
  'malformed-request': {
    title: 'La requête est illisible',
    remedy: 'Envoyez un seul objet JSON, encodé en UTF-8.',
  },
  'unsupported-media-type': {
    title: 'Le corps n’est pas du JSON en UTF-8',
    remedy: 'Envoyez du JSON en UTF-8, avec l’en-tête Content-Type: application/json.',
  },
  'payload-too-large': {
    title: 'La requête est trop volumineuse',
    remedy:
      'Une requête compte au plus 1 Mio, et un contenu 256 Kio, ou 512 Kio avec ses valeurs. Envoyez moins dans chaque appel.',
  },
  'invalid-request': {
    title: 'La requête ne respecte pas son schéma',
    remedy: 'Chaque élément de `errors` désigne un champ (RFC 6901), ou nomme un paramètre de la requête ou du chemin.',
  },
  'idempotency-key-missing': {
    title: 'L’en-tête Idempotency-Key manque',
    remedy:
      'Envoyez un en-tête Idempotency-Key de 1 à 200 caractères visibles : nouveau pour chaque acte, le même pour chaque nouvelle tentative.',
  },
  'idempotency-key-reused': {
    title: 'Cet Idempotency-Key a servi à une autre requête',
    remedy: 'Prenez une nouvelle clé pour un nouvel acte. Pour réessayer, renvoyez exactement la même requête.',
  },
  unauthenticated: {
    title: 'Aucune clé d’API valable',
    remedy: 'Envoyez l’en-tête Authorization: Bearer avec une clé qui n’est ni révoquée ni expirée.',
  },
  'insufficient-scope': {
    title: 'La clé d’API n’a pas la portée nécessaire',
    remedy:
      'Utilisez une clé qui a la portée nommée dans `detail`. Une clé ne peut accorder que ce qu’a la clé qui la crée.',
  },
  'waf-filtered': {
    title: 'Le pare-feu a refusé la requête',
    remedy:
      'Appelez moins souvent depuis une même adresse, ou demandez à l’exploitant d’admettre la vôtre, en donnant le correlationId.',
  },
  'route-not-found': {
    title: 'Cette route n’existe pas',
    remedy: 'Vérifiez la méthode et le chemin. L’API décrit ses routes.',
  },
  'batch-refused': {
    title: 'Aucun élément du lot n’a été pris',
    remedy:
      'Chaque élément indique son problème et ce qu’il faut faire. Corrigez-les et envoyez-les sous un nouvel Idempotency-Key.',
  },
  'batch-unfinished': {
    title: 'Le lot n’a pas pu être terminé à temps',
    remedy:
      'Attendez les secondes indiquées dans Retry-After, puis renvoyez la même requête avec le même Idempotency-Key.',
  },
  'advertiser-not-found': {
    title: 'Cet annonceur n’existe pas',
    remedy:
      'Vérifiez l’identifiant, enregistrez d’abord les paramètres de l’annonceur (un brouillon n’est pas en vigueur), et utilisez une clé qui lui est liée.',
  },
  'template-version-not-found': {
    title: 'Cette version de modèle n’existe pas',
    remedy: 'Enregistrez d’abord la version. Une version appartient à un seul annonceur.',
  },
  'contact-not-found': {
    title: 'Ce contact n’existe pas',
    remedy:
      'Rien n’est enregistré sous cette adresse ou cet identifiant chez cet annonceur, ou la durée de conservation est passée.',
  },
  'consent-not-found': {
    title: 'Ce consentement n’existe pas',
    remedy:
      'Utilisez l’identifiant reçu à l’enregistrement du consentement, ou celui de son contact. Il appartient à un seul annonceur.',
  },
  'record-not-found': {
    title: 'Cet enregistrement n’existe pas',
    remedy:
      'Utilisez l’identifiant d’un consentement, d’une vente, d’un retrait ou d’une opposition : l’historique du contact les donne.',
  },
  'not-annullable': {
    title: 'Cet enregistrement ne peut pas être annulé',
    remedy:
      'Un acte dont Aval a été témoin, une réponse, un clic ou une plainte est l’acte de la personne. Elle seule peut y revenir : enregistrez le consentement ultérieur.',
  },
  'message-not-found': {
    title: 'Ce message n’existe pas',
    remedy:
      'Utilisez l’identifiant reçu à l’acceptation du message, ou retrouvez-le par contact, par jour ou par référence courte. Ce qu’une campagne a envoyé ne se retrouve que par son contact : son historique le nomme, et /sent le montre avec ce contactId.',
  },
  'review-not-found': {
    title: 'Cet examen n’existe pas',
    remedy: 'Utilisez un identifiant donné par GET /v1/reviews. Un examen appartient à un seul annonceur.',
  },
  'request-not-found': {
    title: 'Cette demande n’existe pas',
    remedy: 'Utilisez un identifiant donné par GET /v1/requests. Une demande appartient à un seul annonceur.',
  },
  'contact-restricted': {
    title: 'L’usage de ce contact est limité',
    remedy: 'Levez d’abord la limitation, ou répondez à la demande d’effacement.',
  },
  'request-settled': {
    title: 'Cela n’est plus possible pour cette demande',
    remedy:
      'Relisez la demande. Ce que la personne demande de nouveau est une autre demande ; on prolonge une seule fois, pendant le mois ; une limitation est levée une fois qu’il y a été répondu.',
  },
  'api-key-not-found': {
    title: 'Cette clé d’API n’existe pas',
    remedy:
      'Utilisez l’identifiant reçu à la création de la clé. Une clé liée à des annonceurs ne voit que les clés liées à ceux-ci.',
  },
  'api-key-ended': {
    title: 'La clé d’API n’est plus valable',
    remedy: 'Créez une clé avec les portées et les annonceurs qu’elle avait.',
  },
  'campaign-not-found': {
    title: 'Cette campagne n’existe pas',
    remedy: 'Utilisez l’identifiant reçu à la création de la campagne. Elle appartient à un seul annonceur.',
  },
  'campaign-cancelled': {
    title: 'La campagne a été annulée',
    remedy: 'Créez une autre campagne. Les personnes auxquelles celle-ci a écrit figurent dans son bilan.',
  },
  'campaign-finished': {
    title: 'La campagne est terminée',
    remedy:
      'Il n’en reste rien à suspendre, à reprendre ni à annuler : son bilan dit ce qu’il en est de chaque destinataire. Pour écrire à ceux qu’elle a manqués, créez une autre campagne vers une liste d’eux seuls.',
  },
  'campaign-not-approved': {
    title: 'La campagne n’est pas approuvée',
    remedy:
      'Faites-la approuver par une seconde personne, avec une autre clé que celle qui l’a créée : rien n’en part avant. Ou annulez-la.',
  },
  'approval-not-awaited': {
    title: 'La campagne n’attend aucune approbation',
    remedy:
      'Laissez-la telle quelle : à sa création, les paramètres de son annonceur n’en demandaient pas. Celles qui sont créées une fois `campaignApproval` renseigné en attendent une.',
  },
  'campaign-time-passed': {
    title: 'L’heure de la campagne est passée',
    remedy:
      'Approuvez-la avec `startLate`, et elle part aussitôt. Si elle est terminée, ou doit partir à une autre heure, créez une autre campagne.',
  },
  'campaign-run-not-found': {
    title: 'La campagne n’a pas cet envoi',
    remedy:
      'Lisez quels envois elle a eus et quand aura lieu le prochain. Une simulation porte sur le prochain ; un bilan, sur un envoi commencé.',
  },
  'content-not-found': {
    title: 'Ce contenu n’existe pas',
    remedy: 'Envoyez une fois le contenu dans la requête ; ensuite, son SHA-256 le désigne.',
  },
  'token-not-found': {
    title: 'Le lien est illisible',
    remedy: 'Rien n’a été enregistré. Utilisez le lien entier du message.',
  },
  'template-draft': {
    title: 'La version de modèle est un brouillon',
    remedy:
      'Relisez la version : elle dit ce qui manque. Enregistrez-la de nouveau sans draft, et désignez-la ensuite.',
  },
  'template-not-approved': {
    title: 'La version de modèle n’est pas approuvée',
    remedy:
      'Faites-la approuver par une seconde personne : POST …/templates/{templateId}/versions/{version}/approval, avec une autre clé que celle qui l’a enregistrée.',
  },
  'second-key-expected': {
    title: 'La clé qui l’a créée ne peut pas l’approuver',
    remedy:
      'Une version de modèle ou une campagne est créée avec une clé et approuvée avec une autre. Utilisez une clé de la personne qui approuve.',
  },
  'test-refused': {
    title: 'Cet essai ne serait pas envoyé',
    remedy:
      'Lisez les erreurs : chacune dit pourquoi, et que faire. Si une personne n’a pas accepté de recevoir des essais, demandez-lui son accord et enregistrez-le (`testsAgreed`) ; si elle s’y oppose, ne lui en envoyez aucun.',
  },
  'test-recipients-full': {
    title: 'Vingt autres contacts reçoivent déjà des essais',
    remedy:
      'Envoyez vos essais à ceux qui en ont déjà reçu. Un contact garde sa place trente jours après le dernier essai qui lui est adressé ; un autre peut ensuite la prendre.',
  },
  'settings-version-not-found': {
    title: 'Cette version des paramètres n’existe pas',
    remedy: 'Prenez un numéro de la liste des versions. Elles se comptent à partir de 1 chez chaque annonceur.',
  },
  'form-version-not-found': {
    title: 'Cette version de formulaire n’existe pas',
    remedy:
      'Vérifiez le formulaire et la version : la liste des formulaires donne les deux. Une version appartient à un seul annonceur.',
  },
  'upload-not-found': {
    title: 'Ce dépôt de fichier n’existe pas',
    remedy:
      'Utilisez l’identifiant reçu quand le dépôt a été proposé. Le fichier est supprimé dans les sept jours : déposez-le de nouveau.',
  },
  'upload-not-there': {
    title: 'Le fichier n’a pas été déposé',
    remedy:
      'Envoyez le fichier à l’adresse reçue avec le dépôt, avec ses en-têtes, avant que l’adresse n’expire. Renvoyez ensuite cette requête.',
  },
  'import-not-checked': {
    title: 'L’import n’est pas vérifié',
    remedy:
      'Suivez la tâche de vérification jusqu’à sa fin et regardez ce qu’elle a compté. Une vérification qui a échoué dit pourquoi : commencez-en une autre.',
  },
  'job-not-found': {
    title: 'Cette tâche n’existe pas',
    remedy:
      'Utilisez un identifiant de la liste des tâches. Une tâche appartient à un seul annonceur et se conserve quatre-vingt-dix jours.',
  },
  'list-not-found': {
    title: 'Cette liste n’existe pas',
    remedy:
      'Utilisez l’identifiant reçu à la création de la liste. Une liste appartient à un seul annonceur et se conserve quatre-vingt-dix jours.',
  },
  'precondition-required': {
    title: 'L’en-tête If-Match manque',
    remedy:
      'Lisez les paramètres et envoyez l’en-tête If-Match avec leur ETag. Pour n’en changer qu’une partie, utilisez PATCH, qui laisse le reste.',
  },
  'precondition-failed': {
    title: 'L’état n’est pas celui qui est demandé',
    remedy:
      'Quelqu’un l’a modifié. Relisez-le, appliquez votre modification à ce qui s’y trouve et envoyez le nouvel ETag.',
  },
  'identity-not-bound': {
    title: 'Cette identité n’est pas attribuée à l’annonceur',
    remedy:
      'Nul n’écrit sous un nom, un SIREN, une adresse, un émetteur ou un numéro qui n’est pas le sien. Demandez à un exploitant du déploiement de l’attribuer : PUT /v1/advertisers/{advertiserId}/identities, avec une clé liée à every-advertiser et la portée identities:write.',
  },
  'identity-taken': {
    title: 'Cette identité est attribuée à un autre annonceur',
    remedy:
      'Un SIREN, une adresse ou un domaine d’e-mail appartient à un seul annonceur. Retirez-le à celui qui y renonce, en enregistrant ses identités sans lui, puis attribuez-le ici.',
  },
  'version-immutable': {
    title: 'Cette version existe avec un autre contenu',
    remedy: 'Une version est une preuve et ne change jamais. Enregistrez la modification sous une nouvelle version.',
  },
  'contact-erased': {
    title: 'Le contact a été effacé',
    remedy:
      'N’enregistrez rien d’avant l’effacement. Ce que la personne a fait depuis est enregistré : un consentement qu’elle a donné, une vente. Une opposition l’est toujours.',
  },
  'standing-full': {
    title: 'Le contact a autant de bases légales qu’il est possible d’en garder',
    remedy:
      'Aucun consentement ni aucune vente ne peut plus être enregistré pour ce contact : voyez ce qu’il contient. Les oppositions le sont toujours.',
  },
  'person-too-large': {
    title: 'La personne a trop de contacts',
    remedy: 'Une personne a au plus 25 contacts. Vérifiez que personRef désigne un seul être humain.',
  },
  'address-expected': {
    title: 'L’adresse ne convient pas au canal',
    remedy: 'Un courriel va à une adresse électronique ; un SMS, un MMS ou un appel va à un numéro de téléphone.',
  },
  'concurrent-change': {
    title: 'Une autre requête l’a modifié avant',
    remedy: 'Rien n’a été écrit. Renvoyez la même requête.',
  },
  'rate-limited': {
    title: 'Trop de requêtes',
    remedy: 'Attendez les secondes indiquées dans Retry-After, puis renvoyez la même requête.',
  },
  'dependency-unavailable': {
    title: 'Un service de stockage ou un prestataire est injoignable',
    remedy: 'Rien n’a été décidé. Attendez les secondes indiquées dans Retry-After, puis renvoyez la même requête.',
  },
  'stored-unreadable': {
    title: 'Ce qui est enregistré ne peut pas être lu',
    remedy:
      'Rien n’a été décidé : tant que ce n’est pas réparé, rien n’est envoyé à ce contact. Donnez le correlationId à l’exploitant.',
  },
  'internal-error': {
    title: 'Une erreur de notre côté',
    remedy: 'Renvoyez la même requête. Si l’erreur persiste, donnez le correlationId à l’exploitant.',
  },
} as const satisfies Record<FailureCode, { readonly title: string; readonly remedy: string }>;
