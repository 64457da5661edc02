/** Whether the parties would rather stop, and who would climb. */
export const strategySentences = {
  'opening.strategy':
    "Everything below holds under this case's judgements. Points are on each party's own scale, 0 its worst option on every issue and 100 its best; nobody's are compared with another's.",
  'strategy.short': 'In short',
  'strategy.lacks.incentives':
    'Going on and stopping are left out: no party of the case has both interests and a no deal.',
  'strategy.lacks.ladder':
    'The ladder of escalation is left out: the case has no rungs of its own with what is at stake on each for two sides.',

  'strategy.ripe':
    "Nobody's going on is worth more than the best settlement for all: the party that gains least by it, {party}, gains {points} points over no deal. In {share} of draws (± {error}) nobody loses by it.",
  'strategy.ripe.not':
    'No settlement is worth more than going on to everybody whose consent is needed: even in the best for all {party} stands {points} points below no deal or level with it. In {share} of draws (± {error}) nobody loses by that one.',
  'strategy.ripe.open':
    'Whether some settlement is worth more than going on to everybody is open: in the best one found {party} is {points} points from no deal, and none leaves the least more than {bound}.',
  'strategy.ripe.nobody':
    'Whether going on is worth less than a settlement cannot be told: nobody whose consent is needed has both interests and a no deal.',
  'strategy.ripe.no-package':
    'No package keeps the rules and the redlines of those whose consent is needed, so nothing is there to stop for.',

  'strategy.ledgers': 'What going on is worth',
  'strategy.ledgers.lead':
    'No deal, party by party: the state of things, what speaks for going on added, what speaks for stopping taken away. Beside it the middle half of the draws. Below the sum: what counts only against packages with these terms.',
  'strategy.points': 'points',
  'strategy.half': 'middle half',
  'strategy.between': '{low} to {high}',
  'strategy.base': 'the state of things',
  'strategy.sum': 'no deal',
  'strategy.against': '{what}, only against {options}',
  'strategy.hangs': '{what} (hangs on {scenarios})',

  'strategy.stopping': 'What stopping is worth',
  'strategy.stopping.lead':
    'What each has from a settlement beyond going on, in points, and in how many draws it does not lose by it. The last column: in how many nobody whose consent is needed loses. A draft is read as it is best filled. Redlines and ratification are left aside here: check has them.',
  'strategy.on-terms': 'on the terms of',
  'strategy.together': 'nobody loses',
  'strategy.gain': '{points} ({share})',
  'strategy.best-for-all': 'the best for all',

  'strategy.turn': 'What would turn them',
  'strategy.witness':
    'The best for all, within the rules and all redlines of firmness 0.5 and more of those whose consent is needed, is where the least gain is greatest: {terms}.',
  'strategy.turn.stops':
    '{party} would rather stop: its no deal would have to be worth {points} points more before going on were worth as much. So it is in {share} of draws (± {error}).',
  'strategy.turn.goes-on':
    '{party} would rather go on: its no deal would have to be worth {points} points less before stopping were worth as much. It stops in {share} of draws (± {error}).',
  'strategy.worst':
    'Over the draws its least gain is {low} or less in 5 of 100; in draw {draw} it is that, and it is that of {parties}.',
  'strategy.worst.loser': '{party} in {share} of draws',
  'strategy.worst.losing':
    'Where somebody loses by it, who loses most is {losers}. Another package may suit all in such a draw, so the share in which nobody loses is a least one.',
  'strategy.staged.term': '{issue} ({first}, then {then})',
  'strategy.staged.nobody':
    '{proposal} comes in stages: {terms}. Nobody gains by letting it rest at the first.',
  'strategy.staged':
    '{proposal} comes in stages: {terms}. To {party} the first alone is worth {first} over no deal and the last {last}: it gains {gain} by letting it rest there, and gains something in {share} of draws (± {error}).',
  'strategy.staged.still':
    'If the others then go back to no deal in the next period, it still gains {points}.',
  'strategy.staged.held':
    'If the others then go back to no deal in the next period, it loses {points} by it.',
  'strategy.staged.own': 'The later step is its own to take.',
  'strategy.staged.others': 'The later step is for {parties} to take.',
  'strategy.private':
    'What no deal is worth to {party} is known to it alone: {low} to {high} in 90 of 100 draws, and the settlement is worth {worth} in between. The same terms are too little for one end and enough for the other.',
  'strategy.waiting':
    'No deal is worth {best} to {party} with {inBest}, and {worst} with {inWorst}; the settlement is worth {settlement}. What suits it today may not suit it later.',
  'strategy.no-scenario': 'none of the scenarios',
  'strategy.fights-first':
    'It would go on first: the best that it can be offered, {most}, for one period and the worst from then on come to {later} (the next period counting {discount}), and going on while it can to {best}.',
  'strategy.fights-not':
    'It would not go on for that alone: the best that it can be offered, {most}, for one period and the worst from then on come to {later} (the next period counting {discount}), and going on while it can to no more than {best}.',
  'strategy.unknown':
    'Not looked at, for want of interests or of a no deal, though their consent is needed: {parties}.',

  'strategy.ladder': 'The ladder',
  'strategy.ladder.lead':
    'On each rung: the risk that the next step runs away (on the top rung: that holding there does), the greatest risk worth running if the other yielded, what climbing is worth as the other would answer, and what yielding is worth.',
  'strategy.rung': 'rung',
  'strategy.today': 'today',
  'strategy.who': 'to move',
  'strategy.risk': 'risk',
  'strategy.critical': 'worth it to',
  'strategy.climb': 'climbing',
  'strategy.yield': 'yielding',
  'strategy.does': 'so it',
  'strategy.climbs-in': 'climbs in',
  'strategy.none': 'none',
  'strategy.does.climbs': 'climbs',
  'strategy.does.yields': 'yields',
  'strategy.does.indifferent': 'may do either',
  'strategy.does.open': 'hangs on a tie',
  'strategy.on-rung': 'On the rung "{rung}"',
  'strategy.on-today': 'From where things stand today',
  'strategy.dominates':
    '{where} {party} would climb and {other} would yield; so it is in {share} of draws (± {error}).',
  'strategy.both-climb': '{where} both would climb; so it is in {share} of draws (± {error}).',
  'strategy.both-yield': '{where} both would yield; so it is in {share} of draws (± {error}).',
  'strategy.tied':
    '{where} what happens hangs on a side to which climbing and yielding are worth the same; both yield in {share} of draws (± {error}).',
  'strategy.why.pays':
    'To {party} the step is worth {climb} (at a risk of {risk}, {after} after it and {disaster} in disaster), and yielding {yield}.',
  'strategy.why.too-risky':
    'To {party} no risk above {critical} is worth running even if the other yielded, and the risk is {risk}.',
  'strategy.why.no-prize':
    '{party} has {yield} by yielding and no more than {prize} by winning the next step.',
  'strategy.why.answered':
    '{party} would run the risk of {risk} if the other yielded, but the other would not: climbing is worth {climb} to it, and yielding {yield}.',
  'strategy.why.tie': 'To {party} climbing is worth {climb} and yielding {yield}.',
  'strategy.flip.higher':
    'A risk of this one step above {to} instead of {from} would end this: neither would climb then.',
  'strategy.flip.lower':
    'A risk of this one step below {to} instead of {from} would end this: both would climb then.',

  'strategy.openings': 'From today on',
  'strategy.opening':
    'If {party} moves first: {steps}; then {stopper} yields. The chance that it runs away on the way is {disaster}.',
  'strategy.opening.step': '{party} climbs ({rung})',
  'strategy.held': 'holds on the top rung',
  'strategy.opening.none': 'If {party} moves first, it leaves things as they are.',
  'strategy.opening.tied':
    'If {party} moves first, there are {steps} steps, and then what {stopper} does hangs on a tie.',

  'strategy.game': '{title}: {party} moves first',

  'strategy.signals': 'Signals seen',
  'strategy.signal': '{day}, {party}: {kind}, {told}.',
  'strategy.notified': 'announced through {channel}',
  'strategy.notified.lead': 'announced through {channel} {lead} before',
  'strategy.not-notified': 'no announcement noted',
  'strategy.signal.no-rung': 'It names no rung of the ladder.',
  'strategy.signal.rung': 'From its rung, {rung}, {dominant}.',
  'strategy.signal.next': 'to {rung}',
  'strategy.signal.top': 'to nothing higher but hold',
  'strategy.signal.nobody': 'neither would climb {next} where the other would yield',
  'strategy.signal.dominant': '{party} would climb {next} and the other would yield',

  'strategy.method.incentives':
    'No deal is the state of things as the stances price it, with the entries of the ledger. The best for all is found among all packages by the greatest least gain at central judgements, which compares points in this one place; shares are over draws of that one package.',
  'strategy.kahn': 'Signals on the ladder of Kahn (1965)',
  'strategy.kahn.lead':
    'The case says nothing of what is at stake on its rungs, so nothing follows from where the signals stand.',
  'strategy.kahn.rung': 'rung {n} of 44, {title} ({unit})',
  'strategy.kahn.above': 'rung {n} of 44, {title} ({unit}; the threshold "{threshold}" lies below)',

  'strategy.method.kahn': 'Rungs of the ladder of Kahn bear his names.',
  'strategy.method.ladder':
    'The ladder is solved from its top down, for either side moving first. On a rung the side to move yields (and has what yielding there is worth, the other what winning there is), or climbs to the next rung, which runs away at its risk: then both have disaster, else the other is to move. On the top rung a side may hold once more at that risk, and the other has to yield. Today has the stakes of the first rung. Who dominates a rung would climb from it where the other would yield. A side to which both are worth the same is left undecided.',
  'strategy.method.draws': '{draws} draws, seed {seed}.'
} as const
