import { wordsOf } from './language.ts';

/** Beginnings of words of English transactional messages, by trade: what such a message may speak of. */
export const ENGLISH_WORDS: readonly string[] = wordsOf(`
abandon-claim absence absent accident accommodation accompan accord accountant accrue accurate acknowledg acquir addition adjust
administ admission advice advis affect affix agent agree aim air alarm allergy allocat ambulance amend anaesth animal anniversary-date
annual apart apolog apparent appear applian appoint approv archive area argu arrear arrest arriv article aside assemb assess asset assign
assist assum attend authori automat await aware awarded-damages bag bailiff bank bar barrier basis bath bathroom battery bay bed belong
belongings below beneficiar bicycle bike bin birth blood blocked blown board body boiler bolt bond border borrow bottom bound box brake branch
breach break breakdown breath bridge brief broken brother brought bruis bulb burst bus cabin cabinet cabl camera campus canal cancel
capacity capital captain carbon cardboard carpet carriage carried cash cast cat category caught caution ceiling cellar centre certain
chair chamber chapter charity-number chart chase chemist cheque child children chip choice circuit circumstance citizen city civil
clamp class clause clear clerk client climb clinic clock closed closure cloth clothes coach cold colleague collision colour column comment
commenc commission commit common communal communicat compare-rates compens compil complex compl component comprehens compute concern
conclu concrete condit conduct confidential confirm conflict consent consequen consider consist constitut construct consult contain
contamin contest continu contractor contribut control convenien convert convey cook cool cooperat corner corporat correspond corridor
corrupt cough council count course cousin cover crack crash create creditor crime criteria cross crossing cubic current curriculum cut
cycle dam damp danger dark daughter deaf deal-with debt deceas decid declar decreas deduct deed deep default defend defer defin
degree deliver demand dent dental depart depend depict deposit depot deriv describ descript desk destin destroy detach detail detect
deteriorat determin develop deviat device diabet diagnos dial diary dietary differ digit dimension diploma director disab disagree disappear
discharg discipl disclos disconnect discover-damage discuss disease dismiss display dispos disrupt distanc distribut district
disturb divid dog domain domest donor dose double-check drain drainage draw-down dress drink drive drop-off drug dry dust duty earlier
early earth east edit educat effect elapsed elect electric electron element eleven eligib-criteria embassy emerg emiss emplo empty encl
encount encrypt end engag engine enough enrol entitle entity entr entrance envelop environment equal escort establish estate
etc evacuat event evict exact exam exceed except excess exclud excus execut exempt exhaust exist expect expens expert-report expla expos
express extend-deadline extent exterior extinguish extra extract eye face facilit factor factory fail fair fall false family-member
fare farm fasten fast father faulty feature-removed federal fell fence ferry fever field fifty fight figure filing fill filter financ
finger finish fire firm fit fitted fitting five fix flat flee floor flood flow fluid flush fold food foot forbid force forei form
formal fortnight forward foster found foundation four fourteen frame freez freezer freight frequen fridge frozen fuel fulfil
function furniture fuse gap garage garden-waste gather gear general generat giro glass good-condition goods govern grade gradual
grant gratefu graph ground group grow guard guidance guideline guilty gutter gym hail hair half-hour hallway hand handle hang harm
hazard head health heart heat heating heavy height held helmet hence hereby high highway hinder hip hire history hit hob holes
homeowner honour horn horse host hot household human hundred hurt hygiene ice ideal-temp ident idle ignition ignored ill
illegal image immed immigra impact implement import impos improv-notice inability inaccurat inbox inbound inch includ income incomplet
inconven incorrect increas incur indemn independ index indicat individual indoor industr infect influen inherit initial injur injury
inquir insert inside insolv inspec instalment instance instead instit instruct insuffic insulat insured intact intend intent interact intercom
interf interim internal internat internet interpret interrupt interval introduc-law invalid inventory investig involv iron irregular isolat
jewel joint judge judgment judic juris jury keyboard kilo kit knee lab label labour ladder lamp land language laptop large latch late
launch-date laundry lawn lay layer lead-time leader-of learner leather leave lecture ledger left leg legal legs length lens level library
lid life-insurance lift light lights linen liquid listen litig litre load lobby local locat lodg long loose lorry lost low lower luggage
lunch lung machin magistrate mail main major maker male manag manda manner manual manufactur map margin maritime mark marri material
matern matur maximum meal meant measur mechan media medic medicine medium melt mental mention menu-option merchant merg metal metre
micro mid middle mile milit mill mind miner minim minor minus mirror misc mislaid missing mist mistake misus mixed moist moment
monit month mood morn mortg mother motor mount mouth move muscle music mutual nail narrow nation natural navig nearby neck needle neglig
neither nerv net nhs nine noise nominat non norm north nose notary nought nuisance null numb obey object oblig observ obstruct obtain
occasion occup occur odd odour offence officer official oil older omit ongoing onward oper opinion oppos optic optom oral orang ordin
organ origin outcome outdoor outlet output outside outward oven overcharg overdraft overheat overnight overseas overtime  own pack
pad page paid pain paint pair pallet panel pant paragraph parish park partial particip particular passage path pattern pause pavement pay
payroll peak pedest peel pen pencil pending percent perform periodic perish permanent permission permit persist personal pet petition petrol
pharm phase photograph physic pick pickup piece pile pill pipe pitch plain plant plast plate platform plead plug plus-vat pocket point
poison police polic poll pollut pool poor popul portal portion possess possible post-office potential pound pour power prefer preferr pregnan
prem premises prepaid prepar prescri presenc present preserv president press pressure presum prevent primar principal prior private
probab probat proceed produce profess program prohib prompt proof proper propos prospect protec prove provid provision proxy public
publish pull pump punch punctur pupil purpos push quali quantit quarter queri quick quiet quota quarter radiator rail rain raise ramp random
range-of-dates rapid rat rating-band raw reach react read ready real reason rebook receiv recent recipien recogn recommend-you reconnect recor
recover recruit rectif recycl red redund referen reflec refriger refus regard region regret regular reimburs reject relat relation releas
relev reliab relig relocat remain remark remedy remind remit remote rental reopen repeat repossess represen reproduc reput require
rescue resched research resell resid resign resist resolv resort resp respect restart restor restrict resum retain retire return reveal
revers revis revok rid rights ring rinse rise risk river roa roof root rope rota rough round rubbish run sack safe safeguard sail salar
salon sanction sand satis saw scaff scar scarf schedule scienc scope score screw seal seam search seat-belt second seiz select sell sens sent
sentence separat sequence serial serious serv settle seven several-days sever sew shaft shape share-certificate sharp sheet shelf-life shelter shift
ship shirt shock shoe short shoulder shower shut sick side sight signal silent similar sink sister sit six size skin skip sleep
slide slight slip slow small smell smoke smooth-running snow soap social-security socket soil sold sole solid solv son sort sound south speak
special-delivery spec speed spell spend spill spin split spoil sponsor-licence spot spouse spray squar stain stair stamp stand staple start state
station statist statut steam steel stick stitch stolen stomach stop store-cupboard storm straight strap stream stress stretch strict strip
struct stuck student subject submit subtotal suburb success-ion sudden suffer suffic sugar suit-you sum supervis supplem suppos surface
surge surname surplus surpris-inspect surround survey-report suspect suspend swap sweep swell swim switch symbol symptom tablet tail tall tank tap tape
tax tech telephon televis tel temperature tend tent termin terr territor textile theft theor therap thermo thick thief thin third thirty
thorough thousand threat throat throw thumb tick tide tie tight tile timber timetable tip-over tire toilet token tone tool tooth top torn tour
tow tower town toxi trace trade traffic train tranqu transcript transform transit translat transmit transparen trap tray treasur tree trend-line
triage tribunal trigger trim trolley trouble truck trunk trust tube tuition tunnel tutor tv twelv twent twice twin type tyre umbrella unable
unavail uncle underground understand undert unfit uniform union unit university unknown unless unload unpack unplanned unus upgrade-works upper upset
upstairs urban urin utilit vacan vacuum vague valu valve vapour variab variat vault vehicl vein vendor vent verbal verd vessel veteran veterin
via vibrat victim video view violat virus visa visib vision vitamin voice void volt volunteer vote voucher-number vulnerab wage waist waiv walk wall
wallet-card ward warm-up warn wash washer waste watch weak wear wedding weigh welfare west wet wheel whole widow width wife wind window wing winner-notice
wire withdraw withhold wood word worker workplace worn worry wound wrap wreck wrist writ wrong yard yellow yield young zero zip zone
ticket ferry passports sail sailed jewellery medicine ward operation tap porch desk photo wide deep planning borrow recovery offline circumstances
instalment payroll hosted supply street transformer equipment retention purposes pension guarantee kettle teacher training practice venue
`);
