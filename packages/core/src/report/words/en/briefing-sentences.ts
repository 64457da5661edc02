import { BINDING } from '../../../worth/conventions.ts'

/** The briefing. */
export const briefingSentences = {
  'brief.summary': 'All proposals side by side',
  'brief.holds':
    "Everything here holds under this case's judgements, which are its authors' own unless it says otherwise. It says what follows from them, not what will happen.",
  'brief.ground': 'The ceasefire on the ground',
  'brief.ground.about':
    'What each party keeps free, or where it may keep so many, behind the line that it counts from. Every line is a claim by whom it names. Areas are measured on the ground.',
  'brief.ground.what': 'what goes back',
  'brief.ground.far': 'how far',
  'brief.ground.area': 'area',
  'brief.ground.from': '{from} to {km}',
  'brief.ground.most': '{far}, with {n} at most',
  'brief.ground.line': '{line}, {day}, by {whose}',
  'brief.ground.untitled': 'a line without a title',
  'brief.ground.asymmetry': '{what}, why the sides differ: {why}',
  'brief.ground.picture': 'Lines and what is kept free or limited along them',
  'brief.ground.picture.words':
    'The lines of the table above, numbered, with the band of each party on its side in its colour. Nothing else of the ground is drawn; no border is.',
  'brief.ground.north': 'North is up.',
  'brief.judged': '{n, plural, one {One proposal is} other {# proposals are}} judged.',
  'brief.passing': '{some} likely to be accepted by everybody whose consent is needed.',
  'brief.passing.dead':
    '{some} likely to be accepted by everybody whose consent is needed; {dead} dead on arrival.',
  'brief.none': 'none is',
  'brief.all': 'all are',
  'brief.it': 'it is',
  'brief.some': '{n, plural, one {one is} other {# are}}',
  'brief.best': '“{proposal}” has the best chance: it is {verdict}, {chance}.',
  'brief.best.only': 'It is {verdict}, {chance}.',
  'brief.room.none': `No package respects every redline of firmness ${BINDING} and more.`,
  'brief.room':
    'There are packages within the redlines that leave {parties} at least as well off as no deal.',
  'brief.room.open':
    'Whether a package within the redlines leaves {parties} all at least as well off as no deal is not known.',
  'brief.room.nobody':
    'No package within the redlines leaves {parties} all at least as well off as no deal.',
  'brief.proposal': 'proposal',
  'brief.chance': 'chance that all accept',
  'brief.walk': 'walk',
  'brief.nobody': 'nobody',
  'brief.line': '{proposal}: {why}.',
  'brief.line.senseless': 'the case itself calls this package senseless',
  'brief.line.capped': 'another way to fill what it leaves open crosses {redlines}',
  'brief.line.nobody': 'no party whose consent is needed would probably walk',
  'brief.reading':
    'In the tables below a gain is counted in points over no deal, at central judgements, on a scale where 0 is the worst for the party on every issue and 100 the best on every issue. Worst to best: the least and the greatest gain under any reading of the ranges. Not worse off: in what share of the draws the party does not lose by the package against no deal.',
  'brief.scale':
    'Verdicts go by the chance that everybody needed accepts: unlikely below {contested}, contested to {likely}, likely to {robust}, robust from there. A proposal is dead on arrival where some party whose consent is needed has a chance of {dead} or less, or where it crosses a redline of firmness {firm} or more. These limits are conventions.',

  'brief.verdict': 'Verdict: {verdict}. {joint}',
  'brief.by': 'From [{source}].',
  'brief.by.dated': 'From [{source}], {date}.',
  'brief.by.assumed': 'Its terms are assumed.',
  'brief.by.assumed.dated': 'Its terms are assumed, {date}.',
  'brief.who-walks': 'Who walks',
  'brief.crossed': 'Redlines crossed',
  'brief.open': 'What it leaves open',
  'brief.ratification': 'Ratification',
  'brief.hinges': 'What it hangs on',
  'brief.repairs': 'Repairs',
  'brief.hold': 'Whether it would hold',
  'brief.worst-best': 'worst to best',
  'brief.not-worse': 'not worse off',
  'brief.crossed.column': 'redlines crossed',
  'brief.free': '* Its consent is not needed for this package.',
  'brief.redline': '{party}: {redline}, firmness {firmness}',
  'brief.redline.range': '{redline} ({low} to {high})',
  'brief.redline.scenarios': '{redline}, under some scenarios only',
  'brief.redline.assumed': '{redline}, assumed',
  'brief.redline.none': 'None.',

  'better.title': 'Better for all',
  'better.none': 'Nothing: to better one party from here is to worsen another.',
  'better.none.outside':
    'Nothing within the redlines is better for one party and worse for none than the proposal.',
  'better.none.loses':
    'Nothing within the redlines is better for one party and worse for none than the proposal and than no deal.',
  'better.than':
    'A package within the redlines is better for all than the proposal. Against the proposal, in points: {gains}. It settles these otherwise:',
  'better.than.loses':
    'A package within the redlines is better for all than the proposal and than no deal. Against the proposal, in points: {gains}. It settles these otherwise:',

  'deals.unknown':
    'The case does not say what packages and no deal are worth to the parties, so it cannot be told which package is better for whom.',
  'deals.gains': 'Gains',
  'deals.sizes':
    'The issues can be settled in {total} ways; {admissible} of them keep the rules of the case and cross no redline of firmness {at} or more of a party whose consent is needed.',
  'deals.left-out':
    'Of {asked} parties asked, {n} cannot be counted in: the case does not say what packages are worth to them.',
  'deals.nobody': 'None of these packages leaves {parties} all at least as well off as no deal.',
  'deals.some': 'Some of these packages leave nobody worse off than no deal.',
  'deals.efficient':
    'Of those, {size} are efficient: to better one of them for a party is to worsen it for another.',
  'deals.near':
    'Of those, {size} stand for all the efficient ones: to better one of them for a party is to worsen it for another.',
  'deals.best.open':
    'At best a party gains, in points, at least (more was not ruled out for all of them): {gains}.',
  'deals.best': 'At best a party gains, in points: {gains}.',
  'deals.fair': 'Which package would be fair?',
  'deals.standard': 'standard (gains in points)',
  'deals.package': 'The package by {standard}:',
  'deals.same': 'By {standard}: the same package.',
  'deals.except': 'By {standard}: the same except {changes}.',

  'figure.space': 'The deal space as {parties} see it',
  'figure.space.words':
    'Each of the {count} dots is efficient for {all}: to better it for one is to worsen it for another. Right is better for {across}, up for {up}; above and right of the two lines of no deal both gain. Numbers are proposals, letters fair solutions.',
  'figure.both': 'both parties',
  'figure.all': 'all {n} parties',
  'figure.hollow': 'A hollow disc crosses a redline or breaks a rule.',
  'figure.axis': 'Gain of {party}, points',
  'figure.no-deal': 'no deal',
  'figure.outside': '{title}, outside the redlines or rules',
  'figure.gains': 'Gains over no deal, in points',
  'figure.gains.words':
    'Each bar runs from the worst to the best reading of the ranges, the mark is the gain at central judgements; no deal is at 0.',

  'brief.states': 'What would hold, and why',
  'brief.ideas':
    'A state holds when no party gains by moving away from it. How far the parties look ahead tells the ideas of stability apart. Under Nash a party looks at its own move alone. Under GMR, SMR, SEQ, SSEQ and SIM it also minds how others may answer: with anything that hurts it (GMR); the same, as long as no reply of its own gets it out of that (SMR); only with what is good for themselves (SEQ); the same with a reply (SSEQ); or by moving at the same time (SIM). A state that holds under all of them is the safest.',
  'brief.states.count':
    'The conflict has {states} states that can be; {holding} hold under some idea.',
  'brief.states.under': 'holds in',
  'brief.states.all': 'every sense',
  'brief.states.more':
    '{n, plural, one {One more state holds} other {# more states hold}} in some sense; truce solve stability lists them.',
  'brief.named.nowhere':
    'In no state of the conflict would everybody stay: somebody always gains by moving.',
  'brief.named': 'Of the named states, {parts}.',
  'brief.named.every': '{states} {n, plural, one {holds} other {hold}} in every sense',
  'brief.named.some': '{states} {n, plural, one {holds} other {hold}} in some sense',
  'brief.named.no': '{states} {n, plural, one {holds} other {hold}} in no sense',

  'brief.ceiling':
    '{chance} is the most that any text was found to reach. What holds that down most would have to change in the world rather than in the text; each is taken away by itself here, and truce solve acceptance lists the others.',
  'brief.sure': 'If every judgement may lie anywhere in its range',
  'brief.sure.reading':
    'A short study of {draws} draws: every judgement is drawn anywhere in its range. “Nothing better” says how often no package within the redlines is better for one party and worse for none; “nobody leaves” how often everybody would stay in the state that the proposal leads to, from the strictest to the mildest idea of stability. A hyphen: it cannot be told.',
  'brief.next': '{proposal}: check next',
  'brief.next.line': '{judgement}: {effect}.',

  'assumed.title': 'Assumptions',
  'assumed.none': 'Every figure of this case is stated by a source.',
  'assumed.reading':
    "These figures are the case's own: no source states them. Where a claim is behind a figure, it stands beside it with who makes it; the figure is not theirs. A range is written from its low to its high end, as 10..60, or 10..35..60 with the most likely figure in between. Disagree with any of them: change it in the file and ask again.",
  'assumed.common': 'Of no single party',
  'assumed.process': 'Of the way there',
  'assumed.judgement': 'of what',
  'assumed.figures': "case's figures",
  'assumed.claim': 'claim',
  'assumed.place': 'place',
  'assumed.capability': 'capability',
  'assumed.will': 'will',
  'assumed.risk': 'tolerance of risk',
  'assumed.scenario': 'chance that {scenario}',
  'assumed.stage': '{proposal}: chance of the second stage of {issue}',
  'assumed.redline': 'redline {redline}',
  'assumed.firmness': 'firmness',
  'assumed.no-deal': 'what no deal is worth',
  'assumed.ledger': 'no deal, {entry}',
  'assumed.ledger.continue': 'towards going on',
  'assumed.ledger.stop': 'towards stopping',
  'assumed.threshold': 'share that the {body} needs',
  'assumed.veto': 'chance of a veto by {veto} at the {body}',
  'assumed.share': 'share in favour at the {body} where no poll speaks',
  'assumed.effect': 'what {term} adds to the share in favour at the {body}',
  'assumed.points': 'points',
  'assumed.type': 'what an overture may show, {type}',
  'assumed.chance': 'chance',
  'assumed.weight': 'weight',
  'assumed.poll': 'errors of the poll {poll}',
  'assumed.poll.errors':
    'of the house {house}; of all polls together {common}; since the fieldwork {drift}',
  'assumed.poll.size': 'asked {n}',
  'assumed.scenarios': '{range} (under some scenarios another)',

  'brief.method': 'Method',
  'brief.method.chance':
    'A chance is a mean over draws of the uncertain judgements; behind ± stands its standard error. Gains at central judgements, their worst and best readings, crossed redlines, counts of packages and stability are exact. A party accepts a package that leaves it no worse off than no deal, unless it walks over a redline that is crossed (with a chance as great as the firmness of the firmest one) or a body that must ratify refuses.',
  'brief.method.unlisted':
    'The deal space was searched at central judgements, without a list of all its efficient packages.',
  'brief.method.exact': 'The frontier of the deal space is exact, at central judgements.',
  'brief.method.near': 'The frontier of the deal space is near, at central judgements.',
  'brief.method.draws': 'Draws',
  'brief.method.drawn': '{draws}; {dependence}',
  'brief.method.studied': '{draws}; {studied} in the study of how sure it is; {dependence}',
  'brief.method.seed': 'Seed',
  'brief.method.case': 'Case',
  'brief.method.again':
    'The same case, seed and number of draws give this document again, byte for byte.'
} as const
