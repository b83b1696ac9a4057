/** The names of a list, as they are looked up: in small letters, without accents. */
const listed = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/**
 * Given names that are common among the communities of the United Kingdom and are hardly ever
 * anything else at the head of a word. What is also a word, a place or a scheme stands below.
 */
export const GIVEN_NAMES = listed(`
  aaron abbie abby abigail abraham adam adele adrian agnes aidan aiden aileen aimee alan alana
  alasdair alastair alec aled alex alexander alexandra alexis alfie alfred alice alicia alison
  alistair allan allison alun alys alyssa amanda amelia amelie amy andrea andrew andy angela angus
  anita ann anna annabel annabelle anne annette annie anthony antony archie ariana arran arthur
  arwen ashleigh ashton aubrey audrey barbara barry beatrice becky belinda ben benjamin bernadette
  bernard bernie beth bethan bethany betty beverley beverly blake bob bobby bradley brandon brenda
  brendan brett brian bridget bronagh bronwen bruce bryan bryony caitlin caleb callum calum
  cameron camilla carl carla carly carmel caroline carolyn carys cassandra cassie catherine cathy
  catrin ceri charlene charles charlie charlotte cheryl chloe chris christina christine
  christopher ciara ciaran claire clare clarissa claudia clive colette colin colleen connor conor
  corey courtney craig cressida curtis cynthia daniel daniella danielle danny darcy daren darrell
  darren daryl dave david dawson debbie deborah declan deirdre delia delroy denis denise dennis
  derek dermot desmond diana diane dilys dominic donald donna doreen doris dorothy douglas duncan
  dylan eamonn edith edmund edward edwin edwina eileen eilidh elaine eleanor eleri elijah elinor
  eliza elizabeth ella ellen ellie elliot elliott ellis eloise elsie emily emma emmanuel emrys
  eric erica erin ernest esme esther ethan euan eugene evan eve evelyn ewan ffion finlay finley
  fiona fionn frances francesca francis fraser fred freddie frederick freya gabriel gabriella
  gareth gary gavin gemma geoff geoffrey george georgie georgina geraint gerald geraldine gerard
  gethin gilbert gillian gladys glen glenda glenn glyn gordon graeme graham grainne greg gregory
  greta gwen gwyn gwyneth hamish hannah harriet harriett harrison harry hayden hayley hazel
  heather hector helen henrietta henry herbert hilary howard hugh humphrey iain ian ieuan imelda
  imogen ioan iona irene isaac isabel isabella isabelle isla isobel ivan ivor iwan jack jackie
  jacob jacqueline jacqui jake james jamie jane janet janice jared jasmin jason jayden jayne jean
  jeanette jeff jeffrey jemima jemma jennie jennifer jenny jenson jeremy jermaine jerome jess
  jessica jessie jill jillian jim jimmy jo joan joanna joanne jodie joe joel johanna john johnny
  jon jonah jonathan jonny josef joseph josephine josh joshua joyce jude judith judy julia julian
  julie juliet justin kai kaitlyn karen karl kate katherine kathleen kathryn kathy katie katrina
  katy kayleigh keeley keira keith kelly kelvin kenneth kenny kerry kevin kiera kieran kim
  kimberley kirsten kirstie kirsty kristian kristin kristina kyle lachlan lara laura lauren
  laurence lawrence leah leanne leigh lena leo leon leona leonard leroy lesley leslie lewis liam
  lianne lillian linda lindsay lindsey lisa liz lizzie llewellyn lloyd logan lois lorna lorraine
  lottie louis louise lucas lucinda lucy luke lydia lyn lynda lynette lynn lynne lynsey mabel
  mackenzie maddison madeleine madison maeve maggie mair mairi malachi malcolm mandy marcia marcus
  margaret margot maria marian marianne marie marilyn marion marjorie marlon martha martyn marvin
  mary mathew matilda matt matthew maureen maurice maxine maxwell megan mel melanie melinda
  melissa meredith merryn mhairi mia micah michael michaela michelle mick mike mildred millicent
  millie miranda miriam moira mollie molly mona monica morag morgan moses muriel myfanwy myra
  nadine nancy naomi natalie natasha nathan nathaniel neil nell nerys niall niamh nicholas nicola
  nicole nigel nina noah nora norman nuala oisin oliver olivia olwen oonagh orla oscar oswald
  owain owen paddy padraig pam pamela patricia patrick paul paula pauline penelope percy peter
  petra phil philip philippa phillip phoebe phyllis pippa polly primrose quentin rachael rachel
  ralph ramona randall raymond rebecca reece reggie reginald reuben rhian rhiannon rhoda rhona
  rhys richard rita robbie robert roberta roddy roderick rodney roger roisin roland ronald ronan
  ronnie rory rosalind rosamund roseanne rosemary rosie ross rowena roxanne roy rupert russell
  ruth ryan sabrina sally sam samantha samson samuel sandra saoirse sara sarah sasha saul scarlett
  scott seamus sean sebastian selina seth shane shania shannon sharon shaun sheila shelagh shelley
  sheryl shirley shona sian simon simone sinead siobhan sonia sophia sophie spencer stacey stacy
  stella stephanie stephen steve steven stewart stuart sue susan susanna susannah susie suzanne
  sybil sylvia tabitha talia tamara tamsin tania tanya tara tegan terence teresa terry tessa
  thelma theo theodore theresa thomas tiffany tilly tim timothy tina tobias toby todd tom tommy
  toni tony tracey tracy trevor tricia trudy tyler tyrone una ursula valerie vanessa vaughan vera
  verity vernon veronica vicki vicky vincent viola violetta vivian vivien vivienne wallace walter
  wanda warren wayne wendy wesley wilfred william winifred winston xavier yasmin yasmine yolanda
  yvette yvonne zac zach zachary zack zara zoe

  aaliyah aarav abdi abdifatah abdirahman abdul abdulahi abdullah abdullahi abdulrahman abdur
  abeeha abida abiola abosede abu ade adebayo adebola adeola adesola adetokunbo adewale adnan
  adunni afia afua agnieszka ahmad ahmed ahmet aisha aishah aissatou aiste ajay akash akbar akeem
  akin akosua akua alejandro aleksandar aleksander aleksandra alessandro alexandru alfonso ali
  alicja alina aliyah altaf ama amaan amal amara amarjit amina aminah aminata amir amira amit amna
  amrit amrita anand anastasia andreea andrei andrzej anil anila anisa anjali anjum anka anthonia
  antonio anuja anwar aqsa arash areeba arif arjun armando arslan arun arvind aryan asad asha
  asher ashok asif aslam asma assefa ayaan ayah ayan ayesha ayo ayodele ayse aysha azadeh azim
  aziz babatunde baldev balwinder baraka bartosz basheer bashir bassam beata behnaz bekim bernat
  besnik bhavna bhupinder bilal bilan binta blessing bogdan boguslaw bolaji bolanle bolu brahim
  burak busra cagla carlos carmen catalin catarina cem chaim chana chandra chanel charanjit
  chiamaka chidi chidinma chike chinedu chinonso chinwe chioma chukwudi chukwuemeka cristian
  cristina dafina daljit damian damilola daniela danuta dariusz davinder deepa deepak deepika
  delphine demetris demetrius deqa devonte dhruv diego dilip dilshad dina dinesh dipak divya
  dmitri dominik dorota drita dritan ebony ebru efua egle ekaterina elena elif elira elisabeta
  elodie elzbieta emeka emel emilia emir emre enrique ercan erdal esin esra estera ewa ewelina
  eylem ezekiel ezra fadumo faisal faiza faizan farah fareed farhad farhan fariba farid farida
  farooq faruk fatema fathima fatiha fatima fatimah fatma fatou fatoumata fawzia federico femi
  fernando filip folake folasade francisco franjo funmi funmilayo gabriela ganesh gaurav genevieve
  georgios geraldo ghazala giannis giorgio giovanni giulia giuseppe goran grigore grzegorz
  guilherme gulsen gurdeep gurjit gurmeet gurpreet gurvinder habiba hadiya hafsa haider hakan
  hakim halima hamid hamza hana hanan hanif hardeep hari harinder harish harjit harmeet haroon
  harpreet harsha haruna hasan hasnain hassan hatice hawa hayat henryk hiba hibo hina hodan hristo
  huda hui humaira husayn hussain hussein hyacinth ibraheem ibrahim idil idris ifeanyi ifeoma
  ifrah iftikhar ihsan ikram ilhan ilias imad imran imtiaz inayat inderjit ines ioana iolanda
  ionut iqbal iqra irfan irina irshad isha ishaan ishaq ismael ismail ivana iveta ivona iwona
  iyabo jadwiga jagdeep jagdish jakub jamal jameel jamil jamila janina janusz jaroslaw jasbir
  jaspal jasvinder jaswinder javed javier jawad jayesh jelena jesal jibril jigna jindrich joao
  joaquim joginder jolanta jorge jose josip juan jurate jyoti kabir kadiatou kadir kalpana kalsoom
  kamal kamala kamaljit kamil kamila kamran karan karim karima karolina karthik kashif katarzyna
  katerina kausar kavita kazimierz kehinde kelechi kemal kemi ketan khadija khadijah khadra khaled
  khalid khalil khawaja khushi kiran kishan klaudia kofi kojo komal konrad konstantinos koray
  krishan krishna kristof krzysztof kulwinder kumar kunle kwabena kwadwo kwaku kwame kwasi kwesi
  kyriacos laila lakshmi laleh lamin larisa latifa latisha latoya layla leila leyla liaqat lidia
  liliana lilja ljubica lorenzo luan lucia lucja ludmila luigi luis luiz lukasz luljeta maciej
  magda magdalena mahad mahamed mahdi mahmood mahmoud mahmud malgorzata malika mamadou manjit
  manjula manoj manpreet manuel marcin marco marek margarida mariam mariana mariatu marina mario
  mariusz marta maryam maryan marzena masood mateja mateo mateusz matteo meena meera mehboob mehdi
  mehmet mehwish melek meltem mesut miguel mihaela mihai mikael milan milena milica minh mira
  mirela mirza moeen mohamad mohamed mohammad mohammed mohamud mohan mohsin moishe monika
  mordechai mridul muhammad muhammed muhammet muna munira murad murat mushtaq mustafa mustaqim
  nabil nada nadeem nadia nadira naeem nafisa nagendra naheed naima najma nalini namrata nandini
  narges narinder naseem naser nasima nasir nasra nasreen nathalie navdeep naveed nawal nayan
  nazia nazir nazma neelam neha nikhil nikita nikolai nikolaos nikos nilufar nimco nimo nirmal
  nisha nishant nita nitin nkechi nnamdi nneka noor nosheen noura nuno nuradin nurten obinna
  oksana olamide olayinka oleg olena olga olu olufemi olumide oluwaseun oluwatobi omar omer
  omotola onyeka orhan osama osman otieno ozan ozge ozlem pablo panayiotis paolo parminder parveen
  parvin patrycja pavel pawel pedro pilar piotr pooja prakash pramila pranav prasad pratik pravin
  preeti prem priti priya priyanka przemyslaw puja puneet qasim rabia rachid radhika radoslaw
  rafael rafal rafiq rahim rahima rahma rahul raj raja rajan rajesh rajinder rajiv raju rakesh ram
  ramazan ramesh rana ranjit rashad rasheed rashid rashida ravi ravinder raza rekha renata ricardo
  rifat rina rivka riya riyad rizwan rizwana roberto rohan rohit rokas roksana roshni roza ruben
  rubina rukhsana rukia rupinder sabah sabina sachin sade sadia safia safiya sagal sahar sahil
  sahra saif saima sajid sajida sakina salah saleem saleh salim salima salma salman samina samir
  samira samuil sana sandeep sandhya sandip sangita sanjay sanjeev santosh saqib sarabjit sarita
  saskia satish satnam satvinder savita sayed schlomo seema selim selma serdar sergei sergio
  serkan seun sevgi shabana shabir shabnam shafiq shahid shahida shaista shakeel shakil shakira
  shamim shamima shamsa shanelle shanice shaniqua shantel sharif sharmila shazia sheetal shila
  shilpa shira shirin shiv shlomo shmuel shoaib shukri shulamit sidra sikander silvia simona
  simran sinem slawomir sneha soheil sonal soraya stanislaw stavros stefan stefania suad suada
  subhash sudha suhail sukhdeep sukhdev sukhjit sukhwinder sulaiman suleiman suleman sultana suman
  sumaya sumera sunil sunita suraj suresh surinder surjit svetlana swati sylwia szymon tahir
  tahira taiwo talha tanveer tanvir tariq taslima tatiana tayo tehmina temitope tenzin thabo
  thandiwe tijana tobi tolga tolu tomasz tope toyin tunde tyreke tyrell tyrese tzvi ubah uchenna
  ugur umair umar umut usama usha usman uzma vaishali valentina vasile vasilis veronika victor
  vijay vikram viktor viktoria vinay vinod violeta vishal vivek vladimir volkan waheed wahid wale
  waleed waqar waqas wasim wei wiktor wiktoria witold wojciech xiao xin xiu yael yakub yaqub yara
  yaw yehuda yekaterina yetunde yewande yiannis yitzchak yonas yonis yosef youssef yusra yussuf
  yusuf zahid zahida zahir zahra zain zainab zakaria zakariya zaki zamzam zaynab zbigniew zehra
  zeinab zeynep zhang zia zohra zoltan zsofia zubair zuleikha zuzanna zygmunt
`);

/** Given names that are also words, places, companies or schemes, and say little by themselves. */
export const AMBIGUOUS_GIVEN_NAMES = listed(`
  addison adelaide albert alma amber angel april archer ari art asia aston athena aurora austin
  autumn ava avery basil bay beau bella bertie bill billie billy blue brook brooke brooklyn bunny
  camden candy carol carson carter chad chance charity chase chelsea chester christian clarence
  clay clifton clover constance crystal daisy dakota dale dan dante dawn dean denzel destiny devon
  di diamond dixie dorset drew ed eden ernie essence faith fern fleur flora florence frank frankie
  gail gale garland gay gene georgia ginger glory grace grant guy harley harmony harper harvey
  haven heath heaven holly honey hope hunter iman imani india iris israel ivy jade jamaica jan
  jasmine jay jesse jet joey jordan joy june juno justice karma ken kent kenya kenzie kingsley kit
  lance lane lark lee les lexi lily lincoln london lou love lux major maple marcel mark marley
  martin mason max may maya melody mercedes mercy merlin miles milton minnie misty montana murray
  myrtle nate ned nelson nia nick noel norma olive paige paris park parker pat patience pearl
  peggy penny phoenix piers poppy precious presley preston prince promise prudence queenie raven
  ray reed regina reid rex rich riley river rob robin rocky roman ron rose rowan ruby rufus sage
  sandy savannah serena shaw shelby sid sidney sienna sierra silver sky skye solomon sonny spring
  stan stanley star sterling stevie storm summer sunny sydney taylor ted tiger trinity troy tudor
  unity val van vic victoria violet virginia wade walker ward warwick wellington whitney will
  willow winter woody york zion
`);
