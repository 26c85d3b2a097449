import { plain, withoutMarks } from '#shared/domain/message/signs/reading.ts';

/** Words of an alphabet by which somebody speaks to a reader: of you and us, of now, of what to do. Names hold none of them. */
const OF_ALPHABETS = [
  `sie ihr ihre ihnen wir uns unser unsere unserem unseren unserer sind ist haben gibt jetzt kommen besuchen bestellen entdecken holen
  sehen kaufen neue neuen`,
  `usted ustedes nosotros nuestro nuestra nuestros nuestras su sus son hay tiene tienen tenemos compre compra lleve venga ven vea visite
  descubra descubre ahora hasta solo hoy tienda`,
  `voce voces nosso nossa nossos nossas esta temos compre leve venha veja visite descubra agora ate hoje loja`,
  `noi voi vostro vostra nostro nostra nostri nostre sono siamo abbiamo venite vieni scopri scoprite acquista acquistate adesso oggi
  fino negozio`,
  `wij ons onze uw jij jullie zijn hebben koop ontdek kom bestel bezoek nieuwe winkel`,
  `nasz nasza nasze naszym naszej teraz tylko kup kupuj odkryj przyjdz nowa nowe sklepie`,
  `vas nas nase nasem nyni jen objevte kupte prijdte novou obchode`,
  `nostru noastra acum doar cumpara descopera veniti noua magazinul`,
  `vart vara vores vi dig nu kop kob besok upptack nya nye butik`,
  `siz sizi bizim simdi hemen yeni magazamizda kesfedin`,
  `мы вы нас нам вас вам наш наша наше наши нашем нашей наших ваш ваша ваши уже только сейчас сегодня приходите ждет ждут есть можно
  магазине магазинах приглашаем ждем дегустация дегустацию пятницу субботу воскресенье ви ми наший нашому зараз тільки вже`,
  `μας σας σου μονο τωρα εμεις ειναι εχουμε ελατε επισκεφθειτε ανακαλυψτε κοντα σαββατο κυριακη παρασκευη γευσιγνωσια καταστημα`,
].flatMap((words) => words.split(/\s+/).map(plain));

/** The same where a script has no capitals, or puts no space between words. */
const OF_OTHERS = [
  'إلى|الآن|متجر|وصل|اكتشف|تعال|لدينا|ندعو|يسعدنا|نرحب|(?<!\\p{L})(?:يوم|جديد)(?!\\p{L})',
  '欢迎|歡迎|光临|光臨|选购|選購|上市(?!町)|新款|新品|到店|快来|快來|[吧啦]|我们|我們|您|现在|現在|敬请|敬請|期待|品酒|周末|週末',
  'ました|ます(?!\\p{Script=Hiragana})|です|ください|下さい|でした|ません|しよう|新作|登場|試飲|お越し|お待ち|どうぞ|週末',
  '니다|세요|습니|만나보|새로운|신상(?!\\p{L})|여러분|초대|시음|주말',
  'בואו|לגלות|החדש(?!\\p{L})|שלנו|עכשיו|חנות|מזמינ|אתכם',
  'आज|हमार|(?<!\\p{L})नई(?!\\p{L}| दिल्ली)|पाएं|आएं|अभी|आपका|स्वागत',
  'ของเรา|(?<!เชียง)ใหม่|แล้ว|วันนี้|เชิญ|พบกับ|วันเสาร์|วันอาทิตย์',
];

const SPEAKS = new RegExp(
  [`(?<!\\p{L})(?:${OF_ALPHABETS.join('|')})(?!\\p{L})`, ...OF_OTHERS.map(withoutMarks)].join('|'),
  'u',
);

/** It speaks to its reader, as no name, address or title does. */
export const speaksToReader = (said: string): boolean => SPEAKS.test(withoutMarks(plain(said)));
