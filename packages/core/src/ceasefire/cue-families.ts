/**
 * Families of words that a clause of an agreement is recognised by. Only whole words count; a family
 * stands for any of its members.
 */
const FAMILIES = {
  start:
    'enters? into (?:force|effect)|entry into (?:force|effect)|comes? into (?:force|effect)|takes? effect|becomes? effective|effective|begins?|commences?|starts?|ceases?|cessation|cease-?fire|halt(?:s|ed)?|stops?|silent',
  clock:
    '\\d{1,2}[:.]\\d{2}(?:\\s?(?:hours|hrs|h|a\\.?m|p\\.?m))?|\\d{4}\\s?(?:hours|hrs)|\\d{1,2}\\s?(?:a\\.m|p\\.m|am|pm|o.clock)|midnight|noon|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}\\S*',
  event:
    'upon (?:its )?signature|(?:after|from|following|upon|of) (?:the )?(?:signature|signing|entry into force|adoption)|on the day of (?:signature|signing)',
  orders:
    'orders?|instructs?|instructions?|directs?|directives?|disseminat(?:es?|ed|ion)|promulgat(?:es?|ed|ion)',
  troops:
    'forces|units?|troops|commanders?|formations?|subordinates?|levels?|ranks?|echelons?|soldiers?|combatants?|fighters?',
  span: '(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|twenty-four|thirty|forty-five|forty-eight|sixty|seventy-two|ninety)(?:\\s?\\(\\d+\\))?[ -](?:minutes?|hours?|days?|weeks?|months?)|immediately|at once|the same day|forthwith|within a day|fortnight',
  until:
    'within|before|no later than|not later than|at the latest|by|until|in the course of|in advance|deadline|after|prior to|completed|ends?|concluded',
  line: '(?:claimed|earlier|demarcation|contact|withdrawal|cease-?fire|separation|control|forward|military|agreed|actual|blue)[ -]+lines?|lines? of (?:\\w+ )?(?:contact|control|separation|demarcation|withdrawal|confrontation|disengagement|engagement)|front[ -]?lines?|(?:boundary|boundaries|limits) of (?:the )?zones?|line [A-Z]',
  map: 'maps?|annex(?:es|ed)?|appendix|coordinates?|sheets?|charts?|traced?|depicted|drawn|marked|markers?',
  dated:
    '\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \\d{4})?|(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|as (?:it|they) (?:stood|stands?|ran|runs?)|as of',
  fromLine: '(?:from|of) (?:the|this|each|its) (?:\\w+ ){0,3}lines?',
  same: 'either side of (?:the|this) (?:\\w+ ){0,4}line|each side of (?:the|this) (?:\\w+ ){0,4}line|same lines?|common lines?|one line|single line|line common to both|both (?:sides|parties) (?:shall )?(?:measure|count)\\w*|each (?:side|party|of them) (?:shall )?(?:measure|count)s?|(?:two|2) (?:km|kilomet(?:er|re)s) from (?:the|this) line',
  from: 'from|measured|counted|counts?|measures?|starting',
  reason: 'because|since|reason|owing to|on account of|so that|in view of|for the reason',
  distance:
    '\\d+(?:[.,]\\d+)?\\s?(?:\\(\\w+\\)\\s?)?(?:km|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|m)|(?:one|two|three|four|five|six|seven|eight|ten|fifteen|twenty|twenty-five|thirty|fifty) (?:kilomet(?:er|re)s?|km|miles?)',
  how: 'wide|width|breadth|apart|each side|either side|both sides|on each|from each other|from the (?:\\w+ ){0,4}line|from this line|equal distances?|from the (?:\\w+ ){0,3}(?:border|boundary)|from (?:each|its|their)|in depth|depth of|beyond|per side',
  heavy:
    'heavy (?:weapons?|equipment|arms|weaponry|armaments?)|artillery|mortars?|tanks?|howitzers?|rocket (?:systems?|launchers?)|multiple[ -]launch(?: rocket)? systems?|MLRS|weapons?|missiles?',
  calibre:
    '\\d+(?:[.,]\\d+)?\\s?-?(?:mm|millimet(?:er|re)s?)|means (?:an?|any|all|the|every|such)|defined as|definitions?|shall include|comprises?|includes?|are understood|the term|for the purposes? of',
  withdraw:
    'withdraw(?:s|n|al|als|ing)?|pull(?:s|ed|ing)?[ -]?(?:back|out)|remov(?:e[sd]?|al|ing)|redeploy(?:s|ed|ment)?|disengage(?:s|d|ment)?|evacuat(?:es?|ed|ion)|move back|vacat(?:es?|ed)|moved? out',
  verify:
    'verif(?:y|ies|ied|ication)|monitor(?:s|ed|ing)?|supervis(?:es?|ed|ion)|observ(?:es?|ed|ers|ation)|inspect(?:s|ed|ion|ions|ors)?|confirm(?:s|ed|ation)?|certif(?:y|ies|ied)',
  store:
    'stor(?:ed|age|es)|depots?|cantonments?|cantoned|assembly (?:areas?|points?)|holding areas?|warehouses?|containers?|designated (?:areas?|sites?)|garrisons?|collection points?|barracks',
  ban: 'neither|nor|nobody|none|prohibit(?:s|ed|ion|ions)?|ban(?:s|ned)?|forbid(?:s|den)?|refrains?|abstains?|shall not|may not|must not|ceases?|cease|halt(?:ed)?|stops?|no|not permitted|without',
  act: 'hostile|provocative|offensive|attacks?|hostile acts?|firing|fire|shelling|sniper|reconnaissance|sabotage|flights?|over-?flights?|mine-?laying|new mines|laying of (?:new )?mines|mines|re-?supply|reinforcements?|propaganda|recruit(?:ment|ing)?|troop movements?|movements?|advance|incursions?|armed operations|military (?:operations|actions?|activit(?:y|ies))|acts of violence|strikes|air ?strikes|bombardment|ambush(?:es)?|harassment|fortifications?',
  drone:
    'drones?|UAVs?|UAS|unmanned|remotely piloted|pilotless|aircraft without (?:a )?(?:pilot|crew)',
  violation:
    'violations?|breach(?:es)?|non-?compliance|infringements?|acts? contrary to|violate[sd]?',
  means:
    'means|is any|are any|constitutes?|is defined|are defined|shall be (?:considered|regarded|deemed|treated|understood)|is (?:considered|regarded|deemed)|are (?:considered|regarded|deemed)|following (?:acts|shall|are)|includes?|definition',
  reply:
    'right to (?:protect|defend)|returns? (?:of )?fire|returning fire|return-fire|opens? fire in (?:response|reply)|self-?defen[cs]e|respon(?:d|ds|ding) to (?:an? )?(?:attack|fire|shelling)|repl(?:y|ies) to fire|fired (?:up)?on|response to fire|counter-?fire|retaliat(?:es?|ion|ory)',
  rule: 'orders?|only|allowed|permitted|may|right|authori[sz](?:ed|es|ation)|not be|shall not|must not|proportionate|prohibited',
  complaint:
    'complaints?|allegations?|alleged|reports? of (?:a )?(?:violation|breach)|protests?|lodges?|lodged|claims? of',
  handled:
    'verif(?:y|ied|ies|ication)|investigat(?:es?|ed|ion|ions)|answer(?:s|ed)?|decid(?:e[sd]?)|examin(?:es?|ed)|repl(?:y|ies)|settled?|lodged|submitted|made|reported|addressed',
  ladder:
    'refer(?:s|red)?|escalat(?:es?|ed|ion)|rais(?:e[sd]?)|pass(?:es|ed)? (?:up|to)|goes up|brought (?:up|to|before)|submitted to|taken to',
  higher:
    'higher|next (?:level|higher)|upper|superior|senior|joint (?:\\w+ ){0,3}(?:commission|committee)|commission|committee|council|board|guarantors?|mediators?|heads? of (?:state|mission|delegation)|chair(?:man|person)?',
  monitor:
    'monitors?|observers?|inspectors?|mission|monitoring|observer teams?|verification teams?|teams?|commission|committee|international force|observer force|implementation force|the force|its personnel|peacekeep(?:ers|ing)(?: force)?',
  move: 'freedom of movement|free(?:ly)? mov(?:e|ement)|free access|unhindered|unimpeded|unrestricted|full access|access to all|move freely|(?:complete|full|unimpeded|free)(?: and \\w+)? movement|complete freedom|without (?:hindrance|restriction)',
  secure:
    'safety(?! zones?)|security(?! (?:zones?|force|council|aspects))|protect(?:s|ed|ion)?|privileges|immunit(?:y|ies)|safe conduct|safe passage|inviolab(?:le|ility)',
  body: 'commission|committee|mission|mechanism|centre|center|council|board|body',
  terms:
    'terms of reference|mandate|mandated|functions|rules of procedure|composed|composition|consists? of|general mission|tasks?|responsib(?:le|ilities)|headed by|chaired by|duties|competence|charged with',
  record: 'records?|logs?|registers?|registry|minutes|journals?|files|protocols of meetings',
  joint:
    'joint(?:ly)?|common|both (?:sides|parties)|duplicates?|two copies|copies|copy|each (?:side|party)|signed by|shared|to (?:both|the) (?:commanders|parties|sides)',
  decide:
    'consensus|unanimous(?:ly)?|unanimity|majority|mutual agreement|by agreement|agreed upon|casting vote|decisions?|decides?',
  decider:
    'decisions?|decides?|decided|act(?:s|ed)? by|reached|taken|vote|rule[sd]?|settles?|determin(?:es?|ed)',
  lastWord: 'final authority|casting vote|last word|sole authority|decides alone|final decision',
  stuck:
    '(?:can ?not|unable to|fails? to|do(?:es)? not|failing|failure to|if no|absence of|in default of)(?: \\w+){0,3} (?:agree(?:ment)?|consensus|decision|decide|reach|settled?)|dead-?locks?|disagree(?:s|ment|ments)?|disputes?|differences? of (?:opinion|interpretation)|not agreed',
  others:
    'allied|allies|affiliated|associated (?:forces|groups|with)|irregulars?|paramilitar(?:y|ies)|militias?|mercenar(?:y|ies)|illegal (?:armed )?groups?|foreign (?:armed )?(?:forces|formations?|fighters?)|other armed|armed groups?|volunteers?|non-?signator(?:y|ies)|under (?:its|their) (?:\\w+ )?(?:control|command)|not (?:a )?part(?:y|ies) to|who (?:does|do) not sign|all (?:military and )?(?:para-?military )?(?:forces|armed forces|elements)',
  bound:
    'bound|shall|responsible|ensures?|applies|apply|binds?|withdraw(?:al|n)?|disarm(?:s|ed|ament|ing)?|compl(?:y|ies)|obey|includ(?:es|ing)|control',
  politics:
    'elections?|constitution(?:al)?|special status|self-government|political (?:settlement|talks|process|conference|dialogue|negotiations?|questions?)|peace (?:talks|negotiations?|conference)|talks|negotiations?|referendum|amnesty|dialogue|political (?:level|matters)|final settlement',
  order:
    'after|before|once|following|on (?:the )?(?:1st|first) day|until|upon|when|no earlier than|not later than|within|only|provided that|prior to|in parallel|by the end of|start(?:s|ing)?',
  flexible:
    'where (?:possible|feasible|appropriate|necessary)|as (?:far as|much as) possible|as appropriate|if (?:possible|necessary|required|circumstances)|in exceptional|exceptional(?:ly)?|unless|reserves? the right|at (?:its|their) discretion|flexib(?:le|ility|ly)|may (?:adjust|depart|derogate|deviate|postpone|suspend)|departed from|derogat(?:es?|ion|ions)|exceptions?',
  cost: 'notif(?:y|ies|ied|ication)|notice|reported? to|compensat(?:es?|ed|ion)|in return|in exchange|extended? by|reciproca(?:l|lly|te)|counts? as|approv(?:al|ed)|consent|subject to|no clause|none of|nothing in',
  guarantor:
    'guarant(?:or|ors|ee|ees|eed|eeing)|witness(?:es)?|sponsors?|depositar(?:y|ies)|mediator states?',
  owes: 'shall|undertakes?|commits?|obliged|obligations?|responsible|pledges?|will',
  suspend:
    'suspend(?:s|ed)?|suspension|evacuat(?:es?|ed|ion)|leaves?|withdrawal of the mission|withdrawn|departure|relocat(?:es?|ed|ion)',
  observer:
    'mission|monitors|observers?|monitoring (?:mission|body)|observer (?:mission|teams?)|verification (?:mission|teams?)|inspectors|personnel of the mission|its people',
  works:
    'civilian works?|(?:the|such|all|any|of|earth) works|works (?:near|within|close|on|in|along)|construction|repairs?|farming|harvest(?:ing)?|demolition|maintenance|building work|agricultural work|cultivation|infrastructure',
  notify:
    'notif(?:y|ies|ied|ication|ications)|notice|informs?|informed|announce[sd]?|advance|coordinat(?:es?|ed|ion)|prior (?:agreement|consent)|permission',
  rank: 'brigadiers?|colonels?|(?:major|lieutenant|brigadier)[- ]generals?|general officers?|general rank|flag (?:rank|officers?)|field[ -]grades?|senior officers?|majors?|rank',
  hotline:
    'hot-?lines?|direct (?:lines?|telephone|communications?)|telephone|telephonic|communications? (?:line|channel|link)s?|channels?|radio|liaison (?:lines?|channels?|offices?)',
  tested:
    'tests?|tested|checks?|line checks?|twice a day|daily|hourly|every (?:day|hour|\\w+ hours)|24 hours a day|round the clock|twice daily',
  acknowledge:
    'acknowledg(?:es?|ed|ement|ments)|confirms? receipt|answer(?:s|ed)?|repl(?:y|ies)|respond(?:s|ed)?',
  language:
    'languages?|English|French|Russian|Ukrainian|Arabic|Korean|Chinese|Spanish|Serbian|Albanian|Hebrew|Indonesian',
  authentic:
    'authentic|equally valid|equal(?:ly)? (?:force|authoritative)|prevails?|authoritative|done in|in case of divergence|original|text governs',
  lasts:
    '(?:for|of|lasts?|duration of|period of)(?: an? \\w+)?(?: \\w+){0,3} (?:\\d+|one|two|three|four|six|twelve|thirty|sixty|ninety)(?:\\s?\\(\\w+\\))?[ -](?:hours?|days?|weeks?|months?|years?)|(?:remains?|continues?|stays?) in (?:force|effect)|indefinite(?:ly)?|unlimited|permanent|until (?:\\w+ ){0,4}(?:superseded|replaced|settlement|agreement|terminated)|duration|expir(?:es?|y|ed)|without limit of time|valid (?:for|until)',
  duration:
    'cease-?fire|agreement|armistice|truce|cessation|articles|it|measures|memorandum|force|effect',
  renew:
    'renew(?:s|ed|al|able)?|extend(?:s|ed)?|extension|prolong(?:s|ed)?|prolongation|review(?:s|ed)?|supersed(?:es?|ed)|amend(?:ed|ment|ments)?',
  inspect:
    'inspect(?:s|ed|ion|ions)?|patrols?|visits?|checks?|verif(?:y|ies|ied|ication)|monitor(?:ing)?',
  inspection: 'inspect(?:s|ed|ion|ions)?|patrols?',
  cadence:
    'daily|yearly|every year|weekly|fortnight(?:ly)?|monthly|twice (?:a|daily|weekly|monthly)|once (?:a|every)|every (?:\\d+|\\w+) (?:hours?|days?|weeks?|months?)|every (?:day|week|month|fortnight)|each (?:day|week|month)|(?:day|week) by (?:day|week)|regular intervals of|not less than once',
  detainee:
    'prisoners?(?: of war)?|detainees?|hostages?|captured|illegally held|detained persons?|persons? (?:deprived|held)|internees?|(?:combatants|civilians|soldiers)(?: \\w+){0,3} held',
  freed:
    'releas(?:e[sd]?|ing)|exchang(?:e[sd]?|ing)|repatriat(?:es?|ed|ion)|all for all|free[sd]?|hand(?:s|ed)? over|return(?:s|ed)?|access to|visit(?:s|ed)?|lists? of',
  lost: 'missing|remains|the dead|deceased|fallen|bodies|graves?|burial|human remains|mortal remains',
  found:
    'search(?:es|ed)?|trac(?:e[sd]?|ing)|recover(?:s|ed|y)?|return(?:s|ed)?|hand(?:s|ed)? over|handing over|exchang(?:e[sd]?|ing)|information|disinter(?:ment)?|evacuat(?:es?|ed|ion)|fate|account(?:s|ed)? for|transfer(?:s|red)?|removal|register',
  mines:
    'mine-?fields?|mines?|explosive (?:ordnance|devices?|remnants)|unexploded|booby[ -]?traps?|demining|demolitions|hazards',
  charted:
    'records?|maps?|plans?|sketch(?:es)?|locations?|mark(?:s|ed|ing)?|report(?:s|ed)? (?:to|the)|information|hand(?:s|ed)? over|charts?|data|schemes?',
  mineRule:
    'remov(?:e[sd]?|al|ing)|clear(?:s|ed|ance|ing)|lay(?:s|ing)?|laid|prohibit(?:s|ed)?|no new|neutrali[sz]ed'
} as const

/** The name of a family. */
export type CueFamily = keyof typeof FAMILIES | 'zone' | 'grade'

/** Capital letters tell grades from `of 12`. */
const GRADE = /\bOF-?\s?\d{1,2}\b|\bNATO (?:grades?|codes?|ranks?)\b|\bSTANAG\s?2116\b/g

/** The hour of a place: capital letters tell `Kyiv time` from `the same time`. */
const ZONE =
  /\b(?:UTC|GMT|Zulu)\b|\b[Tt]ime [Zz]one\b|\b[Ll]ocal time\b|\b(?!The|This|That|Any|Some|First|Same|At|Each|Such|No|All|In|Real|Every)[A-Z][a-z]+(?: [Ss]tandard| [Ss]ummer)? [Tt]ime\b|\b[A-Z][a-z]+\/[A-Z][A-Za-z_]+\b|\d{2}:\d{2}(?::\d{2})?Z\b/g

const PATTERNS: ReadonlyMap<CueFamily, RegExp> = new Map<CueFamily, RegExp>([
  ['zone', ZONE],
  ['grade', GRADE],
  ...Object.entries(FAMILIES).map(
    ([name, members]) =>
      [name as CueFamily, new RegExp(`\\b(?:${members})(?![\\w])`, 'gi')] as const
  )
])

/** Where a word of a family stands in a sentence. */
export interface CueHit {
  readonly family: CueFamily
  readonly start: number
  readonly end: number
}

/** All words of a family in a sentence, in their order. */
export function cueHits(family: CueFamily, text: string): readonly CueHit[] {
  const pattern = PATTERNS.get(family)
  if (pattern === undefined) return []
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    family,
    start: index,
    end: index + length
  }))
}
