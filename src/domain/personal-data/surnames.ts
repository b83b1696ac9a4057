const listed = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Surnames that are common in the United Kingdom and hardly ever mean anything else. */
export const SURNAMES = listed(`
  abbott abdi abdullah abdullahi abraham abrahams acheampong adams adamson addo adebayo adeleke
  adeyemi afolabi afriyie agarwal aggarwal agyeman ahmad ahmed ahmeti akhtar akinola ali allan
  allen amin amoah anand anderson andreou andrews anwar appiah arnold arora asante asghar ashraf
  aslam atkins atkinson austin awan ayodele aziz babu bailey bajwa baptiste barker barnes barrett
  bartlett bashir bates begum benjamin bennett benson berisha bernstein bhatia bhatt bhatti biswas
  boateng bondarenko bowen bradshaw brennan briggs brooks browne bryant burgess burke burton butt
  byrne callaghan cameron campbell carr carroll chakraborty chambers chan chandra chapman
  charalambous chatterjee chaudhary chaudhry chen cheung chopra choudhury chowdhury christodoulou
  christou chukwu clark clarke cohen coleman collins connolly constantinou cooke coulibaly cox
  crawford cruz cunningham curtis dang daniels darko das davidson davies davis dawson demetriou
  desai deutsch dhaliwal dhillon diallo dias diaz dixon dobson dogan doherty donnelly douglas
  doyle duffy duncan eastwood edwards elliott ellis elmi emmanuel evangelou evans eze fagan farah
  farooq fashola faulkner feldman ferguson fernandes fernandez fernando fisher fitzgerald fleming
  fletcher flynn foley forde forsyth franklin fraser friedman gallagher garcia gardiner georgiou
  ghosh gibbons gibson gilbert gill gogoi goldberg goldman goldstein gomes gomez goncalves
  gonzalez goodwin gordon graham greenberg grewal griffin griffiths grosvenor guled gunawardena
  gupta gutierrez gyamfi haider hakimi hamid hamilton hammond haque harding harris harrison
  hartley harvey hasan hashemi hashi hassan hayes henderson henry hernandez herrera hersi hewitt
  hicks higgins hoang hodgson hoffman holmes hopkins hossain howard howe howell hoxha hudson
  hughes humphreys hussain hussein hutchinson huynh ibrahim idowu igwe iqbal islam ismail iyer
  jackson jacobs jama james jamieson jankowski jarvis javed jeffries jenkins jennings jha
  johansson johnson johnston johnstone jones joseph joshi kakar kamara kaminski kaplan kapoor
  karim kaur kavanagh kaya kelly kennedy kenny kerr khalid khan khanna khatun kiani kilic kirby
  klein kone konstantinou koroma kovacs kowalczyk kowalski kozlowski krasniqi krishnan kruja kumar
  kwarteng kyriacou lal lambert larbi lawal lawrence lawson leung levy lewandowski lewis loizou
  lopez lynch macdonald mackenzie macleod mahmood mahmud malik marques marshall martinez massey
  matthews maxwell mazur mccarthy mcdonald mcgrath mckay mckenna mckenzie mclean mcleod mehmeti
  mehra mehta mendes mensah miah mian michael michaelides mistry mitchell mohamed mohammed mohamud
  molina moreno morgan morris morrison morton moyo mughal muhammad mukherjee muller murphy murray
  mustafa nadarajah naidoo nair nasir navarro nawaz ncube ndiaye ndlovu nguyen nicholson nicolaou
  nikolov nkosi nnamdi noor norris nowak nunes o'brien o'connell o'connor o'donnell o'hara o'keefe
  o'leary o'neill o'reilly o'sullivan obi odunsi ogunleye okafor okeke okonkwo okoro oladipo
  olaniyan olawale oliveira olsen omar omondi onyango opoku ortiz osei osman owusu ozdemir ozturk
  panayiotou pandey papadopoulos parekh parkinson parmar parsons patel paterson pathak patterson
  pawlak pearson pereira perera perez perkins petrov petrova pham phillips pillai piotrowski popa
  popescu powell quinn qureshi rafiq rahman rai rajan rajput ramirez ramos rana rao rashid rathod
  raza reddy rehman reynolds richards richardson riley rivera roberts robertson robinson rodrigues
  rodriguez rogers rosenberg rosenthal roth rowlands roy rubio ruiz russell ryan sadiq saeed
  sahota saleem salim samuels sanchez sandhu sanghera santos savvas schwartz sekhon sesay seyoum
  shabani shah shaikh shapiro sharif sharma sheikh shepherd shrestha shukla siddiqui sidhu silva
  simmons simpson sinclair singh sinha skinner smith sodhi solanki soni sousa srivastava stephens
  stephenson stevens stevenson stewart subramaniam suleiman sullivan sultan sutherland szymanski
  tahir tan tanaka teixeira tekle tesfaye thakur thapa thomas thompson thomson torres tran traore
  uddin umar usman varma vasquez vaughan venter verma vieira vincent virk wallace walsh warsame
  watson watts weiss wheatley whittaker wilkins wilkinson williams williamson willis wilson
  wisniewski wojcik wong woodward wozniak yadav yang yeboah yiannakou yildiz yilmaz yusuf zafar
  zaman zhang zhao zielinski
`);

/** Surnames that are words, trades or places as well: they are names only behind a given name or a title. */
export const WORD_SURNAMES = listed(`
  archer baker ball banks barber bell berry best bhai bird bishop black blake bond booth bowman
  bright brook brown bull burns bush butcher butler carpenter carter chance church clay cole cook
  cooper cross curry dale day dean dunn english farmer field finch fish flint flowers foot ford
  foster fowler fox freeman french frost fuller gardner gibbs glass golden goodman gould grant
  gray green greenwood grey grove hall hardy hart hawkins head heath hill holland holt hood hope
  hunt hunter jordan joy judge king kirk knight lake lamb lane lee little lloyd long lord
  love low mann marsh martin mason may mercer miles miller mills money moore moss nash newman
  newton noble north oakley osborne page palmer park parker parks parry payne peace perry pike
  pitt poole pope porter potter power pratt preston price prince pugh read reed reid rice rich
  rivers rose rowe rush sanders sharp shaw short small snow south sparks spencer steel stone storm
  street strong summers sutton swift taylor thorne tucker turner twist underwood wade walker wall
  ward warner waters weaver webb webster wells west wheeler white wise wood woods wright york
  young
`);

/** Names of companies, charities and campaigns that read like a person's. */
export const NAMED_AFTER_PEOPLE = new Set([
  'john lewis',
  'marie curie',
  'marie stopes',
  'mary seacole',
  'william hill',
  'elizabeth fry',
  'stephen lawrence',
  'ben kinsella',
  'jack petchey',
  'jo cox',
  'suzy lamplugh',
  'damilola taylor',
  'lucy faithfull',
  'terrence higgins',
  'paul hamlyn',
  'thomas coram',
  'anne frank',
  'alice ruggles',
  'robin hood',
  'harvey nichols',
  'peter jones',
  'john lyon',
  'jack wills',
  'ted baker',
  'laura ashley',
  'henry smith',
  'paddy power',
  'sue ryder',
  'edwina mountbatten',
]);
