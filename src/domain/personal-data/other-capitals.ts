const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What begins a sentence, and what is written with a capital in a heading: no part of any name. */
const COMMON_WORDS = listed(`
  a about across additional after again against all almost already also although among an and annual
  another any are around as at awaiting baseline based because been before being below between both but
  by can cases client clients commentary compared completed confirmed continued could current currently
  data delay delayed despite due during each earlier early eight either engagement england even every
  exceeded existing expected fall feedback few figure figures final first five following for four from
  full fully further future given going good good had has have having he her here high highest his how however
  i if improved in increase increased initial instead into is it its january july june february march april
  may august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  last late later less likely long low lower main many meanwhile met month monthly more most much my near
  nearly new next nine no none nor not nothing now number numbers of off on once one only open or other
  our out over overall part partial percentage period please positive possible previous progress provisional
  quarter quarterly rate rates recent recently reduced reduction referral referrals regular remaining
  reoffending re-offending reported repeat results revised rise said same satisfaction second see seven several
  she short should shows significant similar since six slight small so some still strong subject such
  ten than that the their them then there these they third this those three through throughout thus to
  today together total towards two under unfortunately until up upon urgent using very via was we week
  weekly were what when where whether which while who whose why will with within without works would
  year yearly years yet you your monday tuesday wednesday thursday friday saturday sunday mon tue tues wed
  thu thurs fri sat sun christmas easter ramadan eid diwali halloween bonfire key noted note nb
  action attended contact dear hello thanks thank regards sincerely name names q1 q2 q3 q4 spring
  summer autumn winter north south east west northern southern eastern western central upper lower great
  greater inner outer british english welsh scottish irish european asian african caribbean black white
  polish romanian turkish somali iranian albanian arabic bengali punjabi jewish muslim christian hindu sikh
`);

/** What organisations, services, meetings, roles, documents and schemes are called. */
const ORGANISATION_WORDS = listed(`
  academy access accommodation act action activities activity addaction adolescent adult adults adviser
  advisers advisor advisory advocacy advocate agency agencies age agreement aid alcohol alert alliance
  ambassadors ambulance analyst annex apprenticeships approved area arms army arts asbo assembly asset assessment
  assessments assistance assistant assistants associates association attendance audit authority award awards
  baseline behaviour behavioural benefit benefits bid bill bills board body borough branch brief briefing
  bridge bridging brigade budget bulletin bureau bus business cabinet cadets cafe callout camhs camp campaign campus
  cancer capital care carers caretaker case caseload caseworker casework cell census central centre centres
  chair challenge change changes charity charter check checks chief child childline children childrens choices
  churches cinema citizens city civic civil clear clinic clinical clinics club clubs coach coalition co-ordinator
  code cohort cohesion coin collective college commission commissioner commissioned commissioning committee communities
  community company compliance conference confidence connect connections consortium constabulary consultancy
  contact contract contractor contribution co-op coordination coordinator coordinators core corps council
  councillors counselling counter county course courses court courts crb credit crew crime crimes crimestoppers
  criminal crisis crown csp curfew custody customer dads day deal debt decision deep delivery department deployment
  deputy detached detection deter development diabetes digest dinner direct directorate director disability
  disclosure discovery disorder dispersal district diversion division dog domestic door drama drop drop-in drug drugs duty early
  economic education educational elderly election emergency empowerment employment engage enforcement
  england enterprise enterprises environment environmental equalities equality escalation essential estate evaluation
  event events evidence exchange executive exercise exit expert export extra facilitator facility fair faith families family fathers
  federation fair festival film finance fire first fitness floor fly focus food football force forces forum forums foundation
  framework freedom friends fuel fund funding fundraising future futures gambling games gang gangs garage general
  governance governor grants ground groundwork group groups growth guard guidance guide hate head headquarters heads
  health healthwatch healthy help helpline hestia higher holiday home homechoice homeless homelessness homes hospital hospitals hostel hours
  housing hub hubs human idva immediate impact improvement inclusion independent industrial information initiative
  initiatives innovation inquiry insight inspection inspectorate inspectors institute insurance integrated integration
  intelligence intensive intervention interventions interview investigation investigations investment involvement iom jobcentre
  joint journal journey jury justice juvenile kids kitchen kickz knife lab law lead leaders leadership league leaflet
  learning leaving legal legislation leisure lessons letter level libraries library licensing life lighting lifeline
  line link links list listening literacy live living local locality lodge london lottery magistrates maintenance management
  manager managers manual marac mappa market marketing mayor mayors measure measures media mediation medical meeting meetings member
  members memorial men mental mentor mentoring mentors message met methadone metropolitan micro midwifery migrant mind ministry
  minister mission mobile model module money monitoring mopac mosque mothers motor move multi multi-agency municipal museum music
  national natural needle needs neighbourhood neighbourhoods neighbours network networks news newsletter newspaper nhs
  night notice notification nurse nursery nursing nutrition oasis observation offence offences offender offenders
  offending office officer officers official older ombudsman online open operation operational operations opportunities
  opportunity order orders organisation organised outcome outcomes outreach oversight overdose owners pack paediatric panel paper
  parade parent parenting parents parish parliament parliamentary parole participation partner partners partnership partnerships pass pastors
  path pathway pathways patient patrol patrols payback peer peers people performance permit person personal personnel pharmacy
  phase phone physical pilot place placement placements plan planning plans play plus point points police policing policy
  pool portal post practice practitioner practitioners premises pre-school prevent preventing prevention price primary priority
  prison prisons private probation problem procedure process procurement product professional professionals profile
  programme programmes project projects promise property proposal prosecution prosecutors protect protection
  provider providers provision psychiatric psychology public publication pupil pupils purple quality questionnaire
  race rainbow rape reach reading reception recovery record records recruitment reducing refuge
  regeneration regional register registrar registry rehabilitation relate relationship release release relations relief religious rent report reporting reports
  representative research reserve resettlement residence residential residents resilience resolution resource resources respect respite response
  responsible restoration restorative restart review reviews rehab rights risk road roads room routes royal safe safeguarding safer safety samaritans sanctuary
  scheme schemes scholarship school schools science screening scrutiny search secondary secretary section sector secure
  security senior sentence sentencing service services session sessions sexual shelter shelters shop shopping shops sickle site
  skills smart smoking soap social society solace solicitors solutions space special specialist specialists speech sport sports
  square staff stage stakeholder standard standards start state station statistics status statutory steering step steps store strategic strategy
  street streets strengthening stop strand structure student students study subgroup sub-group substance suite suicide
  summary summit supervision supervisor supervisors support supported supporters surgeries surgery surveillance survey suspects syndicate system
  systems table tackling talk target targets task taskforce tasking team teams tech technical technology teenage tenancy tenant tenants term terms territorial testing
  theatre theft therapist therapy thinking thrive tool toolkit tower town traffic trading trainer training transfer transformation transition
  transport travel treatment triage tribunal trident triggers trigger troubled trust trusted trustees turning tutor
  union unions unit units universal university update urban vandalism vehicle venue victim victims
  victoria vice village violence violent vision visit visits visitors visor voice voices voluntary volunteer volunteering volunteers
  vulnerable walk ward wardens wards waste watch water weapons web website welfare wellbeing well-being wing witness
  witnesses women womens womens work worker workers working workshop workshops world wrap yos yot young younger youth zone zones
  turnaround catch catch22 gov govt hmpps nacro cgi cgl crc nps cps dwp gp gps gla lbb barnardo barnardos refuge women's men's
  children's people's mayor's magistrates' victims' domestic abuse anti-social antisocial behaviour asb bullying burglary burglaries robbery arson assault
  offer outturn overview alcoholics anonymous narcotics gamblers citizen commentary
`);

/** Places of the borough and around it, and those that turn up in committee papers. */
const PLACES = listed(`
  barnet finchley hendon edgware colindale grahame golders whetstone totteridge cricklewood mill friern burnt oak
  brent temple dollis strawberry stonegrove watling underhill oakleigh brunswick coppetts woodhouse childs hampstead
  garden suburb burroughs watford enfield haringey camden harrow islington hackney ealing hillingdon hounslow
  richmond kingston merton sutton croydon bromley bexley greenwich lewisham southwark lambeth wandsworth westminster
  kensington hammersmith fulham newham redbridge havering barking dagenham waltham tower hamlets forest wembley
  tottenham wood arsenal holloway pentonville wormwood scrubs feltham belmarsh brixton thameside bronzefield
  cookham isis highdown high downview britain scotland wales ireland england europe france germany spain poland romania turkey
  somalia nigeria ghana jamaica india pakistan bangladesh afghanistan iran iraq syria ukraine manchester
  birmingham leeds liverpool bristol sheffield nottingham leicester luton reading oxford cambridge brighton hertfordshire
  hertsmere essex surrey middlesex borehamwood potters bushey stanmore kenton kingsbury queensbury canons burnt archway
  highgate muswell southgate cockfosters arnos bounds chipping monken arkley hadley spires saracens allianz
  apex ark hive phoenix avenue house
`);

const NOT_A_NAME = new Set([...COMMON_WORDS, ...ORGANISATION_WORDS, ...PLACES]);

/** Whether this word, in small letters, stands at the head of something that is no person. */
export const isNoName = (word: string): boolean => NOT_A_NAME.has(word);

/** Whether this word, in small letters, begins sentences and is written with a capital only there. */
export const isCommonWord = (word: string): boolean => COMMON_WORDS.has(word);

/** What follows a person's name in the name of a place or a body: "Mary Ward Centre", "Kelly Road". */
export const FOLLOWS_A_NAME_OF_PLACE = listed(`
  road rd street st avenue ave lane close drive way gardens crescent terrace grove mews court house lodge
  tower towers heights place square park estate green hill rise walk hall station bridge mansions parade fields
  library church mosque synagogue temple school academy college nursery university hospital hospice surgery clinic
  practice centre center hub cafe theatre museum stadium pub arms inn hotel hostel trust foundation
  charity society association institute league fund network project programme scheme initiative campaign
  award prize memorial inquiry review report law act principle method model trophy cup fc ward wing room unit team
  group service services partnership council housing homes solicitors associates ltd limited llp plc
  day week festival appeal suite building block site club gallery garden
`);
