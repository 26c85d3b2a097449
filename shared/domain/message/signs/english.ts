import { ENGLISH_WORDS } from './english-words.ts';
import { type Language, wordsOf } from './language.ts';

const small = wordsOf(`
a about above across after again all almost already also although am an and another any anyone anything are around as at away
back be because been before being below between both but by can cannot could day days did do does done down during each either
else even ever every everyone everything except few first for from further get gets getting given go goes going got had has have
he her here him his hour hours how however i if in instead into is it its itself just last later least less like made make many
may me might minute minutes more most much must my near need never next no nobody none nor not nothing now of off often on once
one only or other others our ours out over own per please rather same several shall she should since so some someone something
soon still such than that the their them then there these they this those though three through till to today together tomorrow
too towards two under until unless up upon us very via was way we week weeks well were what when where whether which while who
whom whose why will with within without would year years yes yesterday yet you your yours yourself am pm morning evening
afternoon monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december let us we'll you'll it's don't didn't won't isn't aren't can't i'm you're we're i've we've you've otherwise meanwhile therefore
e-mail email online sms mr mrs ms dr ltd plc uk eu london street st roa lane avenue ref vat incl etc faq pdf id am is being best team
welcome ask asked asking hope sincerely faithfully number new two three four five six seven eight nine ten twelve twenty thirty hundred
never sorry unfortunately accordingly likewise hence
`);

const asks = wordsOf(`
accept access activate add allow answer apply arrange arrive attach attend avoid be bring call cancel change check choose
clean clear click close collect come complete confirm connect contact copy delete disconnect disregard do don't download drop e-mail
email enter ensure fill find follow give go have hold ignore include inform install keep leave let log look make meet
note notify open paste pay place please plug press print provide put quote read remove renew reply report request resend reset
restart return review save scan see select send set show sign speak state stay stop submit switch take tap tel text transfer
try turn unplug update upload use verify visit wait wear write yes no
`);

const ofEveryTrade = wordsOf(`
account annual appl association autom general held housing heari interview acceptance access account action activat activity address adult agenda agreement alert allocation amount answer app
application appointment assessment assistant attachment attempt attorney authoris authoriz balance bank batch bill billing board
booking branch broadband browser building business cable calendar call cancell card care carrier case cause certificate
change charge check checkout claim clause clinic code collect comment committee company complaint computer condition
confirm connection consent consult contact contract copy correct cost counter court courier cover credit customer customs damage
data date deadline debit decision declin deduct defect delay deliver department deposit depot desk detail device diagnosis
direct discharge dispatch dispute doctor document door download driver due duplicate email e-mail employ enclosed engineer
enquiry enrolment equipment error estimate event evidence examination excess exchange exit expir export failed failure
fee fever file final fine flight folder form fraud front full fund gas gate guarantee guardian guest hall handover hold holder
holiday hospital house identification identity illness import incident inconvenience information inspection install instruction
insurance interest interruption interview invoice item job journey key landlord law leak lease legal letter liability library
licence license limit line link list loan location lock locker log login loss maintenance mandate manager match
matter means measure meeting member message meter method minute missed mobile model money month mortgage move name neighbour
neighbor new notice notification number nurse occupan office ombudsman openi option order original outage outstanding owner
package page paper parcel parent parking part parts party passcode passenger passport password patient payment pension
penalty people period permission person phone photo pickup pick-up pin place plan plate plumb policy porch port position
post postcode postpon power practice premium prescription previous price print privacy problem procedure process product
profile project proof property proposal protection provider purchase question queue quote rate reader reason receipt receive recall
recipient record recover reference refund regist regulat reinstat reminder removal renew rent repair repayment replac report
representative request reservation reset resident resolution response result return review right roa room route router rule
safe sample schedul school scheme screen seat secretary section secure security seller sender server service session setting
settle shipment shipp signature sign-in signin site situation sms socket software solicitor space staff stage standing
statement status step stock storage store street strike subject submission subscription supplier support surgery surname
switchboard system table tariff tax teacher team technic telephone temporary tenan term test text ticket time title total
track transaction transfer transport travel treatment trial trip two-step unauthori unit unpaid update urgent user vaccin valid
van vat vehicle venue verif version vet visit visitor voltage volume warehouse warning warrant water weather website whereabouts
withdraw witness work workshop
`);

/** English. */
export const ENGLISH: Language = {
  name: 'en',
  small: new Set(small),
  core: ofEveryTrade,
  things: [...ofEveryTrade, ...ENGLISH_WORDS],
  asks,
  excused: [
    /(?<![a-z])(?:not|nor) (?:a |an )?promotional (?:message|e-?mail|mail|text|communication)s?(?![a-z])/g,
    /free of charge|at no extra (?:charge|cost)|feel free|free power socket|toll[- ]free|tax[- ]free|full refund|free to (?:leave|cancel|reply|call)|hands[- ]free|duty[- ]free/g,
    /(?:delivery|shipping|postage|discount|promo code|voucher|gift card|credit)[^.!?]{0,30}:\s?(?:free|[-–−]?\s?§|[-–−]?\s?[£$€]?\d[\d,.]*)/g,
    /thanks?(?: you)? (?:very much )?for (?:your|the|being|contacting|applying|choosing|writing|letting|shopping|calling|signing)(?: \w+)?/g,
    /good news: (?:your )?(?:order|parcel|refund|application|repair)/g,
    /new (?:sign-?in|password|device|date|time|address|card|text|payment|code|version|terms|link|number|charge|order|ticket|message|bill|statement|mandate|policy|letter|passport|appointment|request|plan starts)/g,
    /have a (?:good|nice|great|lovely) (?:day|week|evening|weekend|trip|journey|stay|flight)/g,
    /(?:exchange|return|refund|rate|review) policy|interest rate|unit rate|exchange rate|under review|review (?:your|the) (?:devices?|details?|application|document|settings?|order|changes?|account|claim|activity|security|contract|request)/g,
    /(?:childcare|luncheon|transport|meal) vouchers?|gift (?:that )?you (?:sent|ordered|bought)|your gift (?:is|was|will|has)|double[- ](?:check|glaz\w+|room|bed)|(?:in|of|from|by) two (?:weeks|days|parts|parcels|instalments)|next time (?:you )?(?:sign|log|call)/g,
    /sorry,? (?:that )?we(?:'ve| have)? missed you|review (?:your|the) discount|council tax discount|single person discount|as soon as we could/g,
    /vat at \d+ ?%|(?<!\d)\d+ ?% vat|(?<!\d)\d+ ?% (?:more|less|higher|lower) than/g,
    /(?:invited to|invitation to) (?:an? |the )?(?:interview|meeting|hearing|annual|general|appointment)/g,
    /(?:for|before|after|awaiting|arrange|missed) collection|collection (?:point|slot|date|code|time|desk|address|note)/g,
    /gift (?:message|receipt|wrap\w*)|offer letter|job offer|we offer our apologies|offer of (?:employment|a place)/g,
  ],
  discount:
    /\d\s?%(?! vat)|\b(?:off your|\d+ off|discounts?|discounted|vouchers?|coupons?|promo(?:tion)?s?|promotional|promo code|special offers?|offers?|deals?|bargains?|sale|sales|clearance|half[- ]price|half off|pays? half|twice the|doubled?|triple\w*|cashback|rewards?|bonus|gifts?|treats?|freebies?|free|complimentary|on the house|on us|perks?|benefits?|prizes?|win|draw|giveaway|exclusive\w*|members?[- ]only|save (?:up|a|an|£|\$|€|\d|money|on|more|time)|saves? you|saving\w*|earn(?:s|ed)?|unlock\w*|for only|only [£$€]|from (?:only|just)|from [£$€]|just [£$€]|pre-?approved|eligible for|at no cost|nothing to pay|black friday|cyber monday|early access|pre-?sale|best rates?|best price|low(?:er|est)? price|cheaper|price drop|bigger|a third|a (?:free )?month on|first month|months? free|lose them|treat yourself|little something)\b|[+] ?[£$€]\d|[£$€]\d[\d.,]* (?:a|per|\/) ?(?:month|year|week)|\/(?:month|mo)\b/,
  promotes:
    /\b(?:refer|referral|friends?|know someone|would love|love to (?:welcome|see|have)|spread the word|share (?:your|with)|better shared|collection|new in|new arrivals?|just (?:arrived|landed|dropped)|have (?:just )?(?:arrived|landed)|has (?:just )?(?:arrived|landed)|range|catalogue|lookbook|trending|bestsell\w*|best-?sell\w*|favou?rites?|try (?:our|the|it|out|a|something)|trial of our|discover\w*|explor\w+|enjoy\w*|browse|shop (?:now|the|our|online now)|shopping spree|buy now|get yours|grab|pop (?:in|back|by|over)|drop in|swing by|come (?:and|back|along|visit)|visit us|join (?:us|our|the|in)|meet (?:our|the)|see you there|save your seat|book (?:now|direct\w*|your next|early|a (?:stay|demo))|rsvp|you(?:'re| are) invited|invite (?:a|your)|invitation|webinar|podcast|newsletter|blog|tips|masterclass|workshop with|open (?:day|house|studio)|opening (?:party|night)|live tour|demo|follow us|instagram|facebook|tiktok|youtube|linkedin|twitter|social media|hashtag|rate us|leave (?:us )?a review|review us|tell us (?:about your (?:experience|delivery|visit|stay|purchase|time)|what you|how (?:we|it|you))|how did we do|trustpilot|google reviews?|survey|feedback|questionnaire|two minutes|upgrade\w*|go pro|pro plan|business plan|premium (?:members?|accounts?|plan)|premium gets?|unlimited|priority support|move to (?:pro|premium|the)|switch (?:to (?:our|pro|premium)|in settings|it on for)|step up|add (?:legal|mobile|our|on|extra)|adding|add-?ons?|extend your (?:warranty|cover)|extended warranty|protect (?:the|your) (?:whole|family|home|gadgets?)|credit score|your wallet|vip|loyal\w*|anniversary|birthday|christmas|summer|autumn|spring|winter|season\w*|festive|new year|you might like|you may also|you(?:'d| would) (?:love|like)|picked for you|just for you|recommended|people also|customers (?:also|love)|others in the same|worth a look|have a look|take a look|check out|why not|how about|fancy|looking for|thinking of|ready for (?:an?|more|your next|something)|hungry|tired of|still thinking|what's new|a lot has happened|while you (?:wait|are)|by the way|before you go|psst|ps|p\.s\.|did you know|we miss you|we(?:'ve| have)? missed you|we miss you|been a while|been too long|don't miss|miss out|last chance|hurry|limited|while stocks|ends (?:soon|tonight|sunday)|tonight only|final (?:hours|days)|before (?:it's|they're) gone|goes? back on the shelf|basket|wishlist|left behind|items you (?:picked|liked|viewed)|award\w*|proud\w*|number one|leading|voted|trusted by|million (?:people|customers)|loved by|best in|perfect for|perfect|gorgeous|stunning|delicious|cosy|effortless|in stores? now|available in (?:stores?|our|three|four|five|\d+)|in store|app store|google play|download our app|our app|the app|download the .{0,20}app|in your pocket|on the go|peace of mind|stay safer|worry-free|hassle|make the most|get more|get the most|do more|more from|teams like yours|like yours|support (?:our|the) (?:work|cause)|donate|make a difference|thanks to you|you could|could (?:save|have|get|be yours)|(?:most|many|thousands of|plenty of|lots of|(?:nine|eight|seven|four) (?:in|out of) (?:ten|five)) (?:people|customers|clients|readers|of (?:our|your)|households|members)|at the same time|pays? less|bring (?:a|your) (?:friend|guest|colleague|partner|neighbour|family)|next time|and get (?:the|an?|your|our|\d+|up)|you may want to|consider (?:the|our|a)|costs? less|cheaper to|in (?:your|his|her) pocket|our mobile app|mobile app|for two|raise a glass|good time to|be (?:the )?first|love it|loved|facial|complete the look|matching|takes care of (?:that|it all|everything)|take two|(?:gold|silver|platinum|plus) (?:users?|members?|customers?)|with an? [a-z -]{3,40} (?:it|you|they) (?:would|could)|never (?:lose|miss|worry|wait)|spend less|named (?:the|best)|(?:kind|fast|fresh|strong|great|big|cheap|smart|quick|easi|friendli|fin)est (?:in|of)|(?:price|cost) of a|comes? in (?:\w+|[a-z]+ colours?)|is back|are back|back (?:by popular|for)|would (?:not )?have (?:had|been|got|saved)|(?:has|have) become|a word with|fun part|pick (?:two|three|your|any)|knock|fiver|double your|a guest|a friend|with (?:plus|pro|premium|prime|max)|second thoughts|goes? (?:so |rather |really )?well with|look good with|something else|filling up|selling fast|went solar|pour the|stay and|travelling|on your mind|not stay long|won't (?:last|stay)|matching|would have had|instant alerts|whole family|new menu|special (?:price|menu|evening)|experts?|partners?|flash|red dot|shall i|start (?:with|your|this|today)|get (?:a|your|our|\d+|three|two)|takes a minute|in (?:two|a few) clicks|next level|introducing|meet the new|new and improved|upcoming|coming soon|what is coming)\b|#[a-z]/,
  hints: [
    /!/,
    /\b(?:also|too|as well|in addition|plus)\b/,
    /\b(?:new|newest|unique|ideal|lovely|beautiful|great|best|better|safer|faster|smarter|warm|soft|fresh|amazing|brilliant|smooth|easy|simple|luxur\w+)\b/,
    /\b(?:weekend|home|style|garden|kitchen|chef|studio|design|family)\b/,
    /\b(?:soon|tonight|this (?:week|month|weekend)|until sunday|ends|available)\b/,
    /\b(?:members?(?:hip)?|club|points|circle)\b/,
    /\b(?:our customers|everyone|everybody|community|together)\b/,
  ],
  courtesy:
    /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|sir|madam|kind regards|best regards|warm regards|best wishes|many thanks|regards|sincerely|yours|thanks|thank you|cheers|the team|your team|customer (?:service|care)|accounts department|welcome|see you (?:soon|then|on)|sorry for)\b[^?]{0,60})$/,
  questions:
    /\b(?:questions?|help|problem|trouble|wrong|not you|was this you|was it you|what (?:happens|do (?:i|you)|should|to do)|how (?:do|to|can) (?:i|you|we)|why (?:am i|did|do) |who (?:can|should|do)|when|where is|where do|can you|cannot (?:make|attend|come)|can't make|unable|running late|not in|already paid|need to (?:cancel|change|reschedule)|change your mind|out|didn't|did you not|not expecting|lost)\b/,
  ours: wordsOf(`
account address administrat agent apolog archive bank branch building call card case check clinic club-secretary colleague committee
company complaint conditions contact correspond courier customer customer-service data decision depot depart desk direct doctor
driver email e-mail end engineer fault fee front garage hall head helpdesk help help-desk hours hub insur invoice landlord lawyer letter
line local log message meeting mistake network notice number office oper openi page part payment phone place policy port postal
practice price privacy procedure process provider reception record records reference register regulator repair
reply return role route school secretar security server service shop side site solicitor staff standard store supplier support surgery
switchboard system team technic telephone terms ticket van venue visit warehouse web website workshop investigat shops estimate quote
agreement conversation
`),
  anchor:
    /§|\d|\b(?:your|you|yours|this|that|these|those|it|will be|must|please|attached|enclosed)\b|^(?:we|i|if|it|they|he|she|no|to|as|because|until|unless|thank|sorry|any|for|do not|don't|there)\b/,
  amounts:
    /\b(?:total|subtotal|amount|sum|fee|fees|postage|delivery|shipping|vat|tax|deposit|balance|pay|paid|payment|refund\w*|bill|billed|invoice\w*|collect|charge\w*|instal?ment\w*|premium|price|rate|tariff|rent|direct debit|credit(?:ed)?|debit(?:ed)?|due|owe\w*|cash|card|cheque|fine|penalty|excess|estimate|quote|quoted|loan|interest|overdue|deduct\w*|compensation|salary|including|cost|costs|credit note|statement|item|order|limit)\b/,
};
