import type { Catalogue } from '../catalogue.ts'

/** Texts of the room Strategy; most of its sentences are the report's own. */
const strategy: Catalogue = {
  title: 'Strategy',
  working: 'Working out who would stop, climb and trust…',
  failed: 'The strategy of this case could not be worked out: {reason}',
  method: 'How this was worked out',
  'export.svg': 'Save as picture (SVG)',
  'export.csv': 'Save as table (CSV)',

  'empty.title': 'This case says nothing of strategy yet',
  'empty.text':
    'This room shows whether the parties would rather stop than go on, who would climb a ladder of escalation, what third states did, what to ask first, and how much trust a proposal needs. Each part shows as soon as the case says something of it:',
  'empty.no-deal': 'interests and a no-deal in a party’s stance: what going on is worth to it',
  'empty.escalation': 'escalation: two sides, the rungs with what is at stake on each, and signals',
  'empty.conduct': 'conduct: acts of third states toward a belligerent, with dates',
  'empty.overtures': 'overtures: questions to a party of which several types are likely',
  'empty.deliverables': 'deliverables: what a party hands over under a proposal',
  'empty.write': 'Go to the case',

  'worth.lead':
    'No deal, party by party: the state of things, then each entry of the ledger up or down from where the last one ended. Dark bars add, pale bars take away, a dashed outline hangs on a scenario, a plain outline below the sum counts only against packages with those terms. The thin line is the middle half of the draws. Each party has a scale of its own.',
  'worth.sentence':
    'To {party} no deal is worth {sum}: {base} as things stand, and {change} by the ledger.',
  'worth.bare': 'To {party} no deal is worth {sum}, as things stand: its ledger has no entries.',
  'stopping.lead':
    'Points beyond going on, and in what share of draws it is no loss. Redlines and ratification are left aside here; the table room has them.',
  'stopping.share': '{party}, no loss',

  'ladder.lead':
    'The highest rung stands on top. A filled bar is the share of draws in which the side would climb. Below it, on a scale from 0 to {most}: the pale bar ends at the greatest risk worth running if the other yielded, the tick is the risk of the next step. The edge has the hue of the side that would climb where the other would yield.',
  'ladder.today': 'As things stand today',
  'ladder.dominates': '{party} would climb and the other would yield, in {share} of draws',
  'ladder.nobody':
    'Neither has the upper hand: both climb in {both} of draws, neither in {neither}',
  'ladder.does': '{does} at central judgements; climbs in {share} of draws',
  'ladder.risk': 'risk {risk}, worth running to {critical}',
  'ladder.no-risk': 'risk {risk}, no risk worth running',
  'ladder.why': 'Why',
  signal: '{party}: {kind}',
  'signal.announced.days':
    'announced through {channel} {n, plural, one {# day} other {# days}} before',
  'signal.announced.hours':
    'announced through {channel} {n, plural, one {# hour} other {# hours}} before',
  'signal.announced.minutes':
    'announced through {channel} {n, plural, one {# minute} other {# minutes}} before',
  'signal.unannounced': 'no announcement noted',
  'kahn.rung': 'rung {rung} of 44, {title}',

  'law.lead':
    'What schools of law would say of an act, if it was done. Four questions, asked one by one; an answer to one answers no other. No legal advice, and no one label.',
  'law.question': 'Question',
  'law.asks.neutrality': 'Is the duty of neutrality kept?',
  'law.asks.party': 'Does the state become a party to the conflict?',
  'law.asks.force': 'Does it use force?',
  'law.asks.complicity': 'Is it complicit in a wrong?',
  'law.state': 'state',
  'law.since': 'since {date}',
  'law.before': 'before: {from}',
  'law.unmoved': 'no answer by its acts',
  'law.none': 'No school says anything on {question} of the acts told of.',
  'law.no-state': 'One of the two is no state: the law speaks of the states it is made of.',
  'law.acts': 'Who did what, and when',
  'law.undated': 'without a date',
  'law.sources': 'What each school says of each act, how sure it is, and from what source',

  'home.terms': 'What it would refuse, term by term ({n})',
  'home.waves': 'How opinion moved',
  'home.waves.lead':
    'The share in favour by date; the band is twice the standard error to either side, of sampling and of what pollsters differ by.',
  'home.bound': 'If nothing outside its win-set may be signed',

  forecast: 'A challenger: who would move whom',
  'forecast.working': 'Working out who would move whom…',
  'forecast.lacks': 'The forecast is left out: {reason}.',
  'forecast.issue': 'Issue',
  'forecast.key':
    'Each line is a party’s place from round to round, the dashed one the median; lines on one another are drawn side by side.',
  'forecast.picture': 'Places from round to round: {issue}',
  'forecast.today': 'start',
  'forecast.after': '{n, plural, one {after # round} other {after # rounds}}',
  'forecast.rounds': 'Who moved whom, and why ({n, plural, one {# round} other {# rounds}})',
  'forecast.standing': 'Who is followed, and with what',
  'forecast.method': 'How this forecast is made',

  belief: '{type}: {chance}',
  'belief.now': '{type}: {chance}, {before} before',
  'overtures.suppose': 'suppose it was',
  'overtures.welcomed': 'Welcomed',
  'overtures.refused': 'Refused',
  'overtures.welcomed.of': 'Suppose it was welcomed: {what}',
  'overtures.refused.of': 'Suppose it was refused: {what}',
  'overtures.back': 'Back to before any answer',

  'trust.title': 'Trust and guarantors',
  'trust.lead':
    'What each party has where both keep the proposal, where it takes without giving, where it gives without taking, and without a deal; and the least chance it must give the others of keeping to it for keeping to pay.',
  'trust.proposal': 'Proposal',
  'trust.both': 'both keep',
  'trust.taking': 'takes only',
  'trust.giving': 'gives only',
  'trust.none': 'no deal',
  'trust.least': 'least trust',
  'trust.backed': 'with a guarantor',
  'trust.nobody': 'no guarantor',
  'trust.is.always': 'any',
  'trust.is.never': 'none is enough',
  'trust.is.wary': 'none is enough (wary)',
  'trust.never': '(none in {share} of draws)',
  'trust.why': 'What that means, and how it varies over the draws'
}

export default strategy
