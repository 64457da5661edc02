/** The best chance of any package, and what holds it down. */
export const acceptanceSentences = {
  'opening.acceptance':
    "Everything below holds under this case's judgements. A chance is the mean over the draws, as truce check computes it: every party needed gains, stays in spite of the redlines crossed, and has it ratified.",

  'acceptance.title': 'The best chance',
  'acceptance.none': 'The rules of the case leave no package.',
  'acceptance.exact': 'No package has a greater chance over these draws: proved.',
  'acceptance.bound':
    'No package has a greater chance than {bound} over these draws: the search ended at its limit with a gap of {gap}.',
  'acceptance.most':
    '{chance} is the most any of {total} packages can reach without crossing a firm redline, drawn to ± {error}.',
  'acceptance.most.all':
    '{chance} is the most any of {total} packages can reach, drawn to ± {error}.',
  'acceptance.most.across':
    'Every package that keeps the rules crosses a firm redline, and so is dead on arrival. The likeliest of {total} has the chance {chance}, drawn to ± {error}.',
  'acceptance.across':
    'A package that crosses {redlines} would have {chance}; truce check calls it dead on arrival.',
  'acceptance.chosen':
    'No other package that was looked at lies within one standard error of this one.',
  'acceptance.chosen.among':
    'Of {n} packages looked at within one standard error of that, this one is best for all in points (greatest least mean gain, then the greatest sum); its chance is {chance}.',
  'acceptance.issue': 'issue',
  'acceptance.settled': 'settled as',
  'acceptance.also': 'no difference in the chance',
  'acceptance.anything': 'may be anything',
  'acceptance.gains': 'Mean gains in points: {gains}.',
  'acceptance.gain': '{party} {points}',
  'acceptance.crossed': 'It crosses {redlines}.',

  'ceiling.title': 'What holds it down',
  'ceiling.lead':
    '{chance} is the most any text can reach; {what} it would be {freed}. What follows would have to change in the world rather than in the text.',
  'ceiling.nothing':
    'Nothing taken away alone makes a difference: no redline, no ratification, no scenario.',
  'ceiling.what': 'if',
  'ceiling.chance': 'best chance',
  'ceiling.bound': 'at most',
  'ceiling.by': 'other than the package above',
  'ceiling.redline': 'without the redline {redline}',
  'ceiling.body': 'without {body} of {party}',
  'ceiling.veto': 'without a veto by {veto} in {body} of {party}',
  'ceiling.ratification': 'without any ratification by {party}',
  'ceiling.holds': 'if it is so: {scenario}',
  'ceiling.fails': 'if it is not so: {scenario}',
  'ceiling.and': '{one} and {other}',
  'ceiling.same': 'No difference seen: {what}.',
  'ceiling.together':
    'Without all of those redlines, bodies and vetoes together it would be {chance}.',
  'ceiling.together.same': 'Nor without all of those redlines, bodies and vetoes together.',
  'ceiling.pairs':
    '{tried} of {total} pairs of those were tried: the redlines among them that the best package without all of them crosses.',
  'ceiling.pairs.none': 'None of these pairs makes a difference.',

  'gaincost.title': "What each party's gain costs",
  'gaincost.lead':
    'The best chance of packages that leave a party at least so many points on the mean, up to the most that any package brings it.',
  'gaincost.conditional':
    '{parties} {n, plural, one {is} other {are}} needed only for some packages and {n, plural, one {is} other {are}} left out here.',
  'gaincost.party': '{party}: {points} at most.',
  'gaincost.party.found': '{party}: {points} is the most that was found.',
  'gaincost.none': '{party}: no package brings it anything on the mean.',
  'gaincost.least': 'gains at least',
  'gaincost.short': 'short of its most by',
  'gaincost.chance': 'best chance',
  'gaincost.bound': 'at most',
  'gaincost.costs': 'costs',
  'gaincost.open': 'none found',

  'acceptance.readings': 'In other readings',
  'acceptance.readings.lead':
    'The best among {n} candidates of {pool} (the packages above, those best once something is taken away or one party is to gain more, the likeliest others that were looked at, and the whole proposals), not of all packages; over {judged} of {total} readings.',
  'acceptance.robust': 'Best in its worst reading: {name}, at least {least}; on the mean {mean}.',
  'acceptance.average': 'Best on the mean of the readings: {name}, {mean}; at least {least}.',
  'acceptance.candidate.proposal': 'the proposal {id}',
  'acceptance.candidate.chosen': 'the package above',
  'acceptance.candidate.differs': 'the package above except {changes}',

  'price.title': 'What each change buys: {proposal}',
  'price.open': 'What is open is settled at no cost: {issues}.',
  'price.changes': 'changes at most',
  'price.chance': 'chance',
  'price.bound': 'no package has more than',
  'price.what': 'what changes',
  'price.same': 'no clear gain over the line before',
  'price.across': '{what} (crosses a firm redline, as all so near do)',
  'price.as-is': 'as it stands',
  'price.change': '{issue}: {to} instead of {from}',
  'price.change.first': '{issue}: its first step alone, {to}, instead of {from}',
  'price.change.last': '{issue}: its last step at once, {to}, instead of {from}',
  'price.change.or': '{change} (as good: {options})',
  'price.change.any': '{change} (any other would do as well)',
  'price.staged': '{first}, then {last}',
  'price.repair':
    'The smallest repair (the verdict becomes at least contested) takes {n, plural, one {# change} other {# changes}}: {chance}.',
  'price.helps':
    'No repair among these: the verdict stays below contested. The smallest change that helps takes {n, plural, one {# change} other {# changes}}: {chance}.',
  'price.nothing': 'No text so near helps; the ceiling, above, says what holds the chance down.',
  'distance.lead':
    'The same by distance in points: the best chance of packages by which the mean gain of no party that is always needed moves by more than so many points from what the proposal brings it.',
  'distance.within': 'moves nobody by more than',
  'distance.moves': 'moves somebody by',
  'price.crossing':
    'Every text so near crosses a firm redline, and so is dead on arrival however likely it looks: with up to {n, plural, one {# change} other {# changes}} there is no way around one.',
  'price.crossing.all':
    'Every text crosses a firm redline, whatever is changed, and so is dead on arrival: no repair is to be had by changing terms. truce check names the firm redlines that collide.',
  'price.effects': 'At {n, plural, one {# change} other {# changes}}: {effects}.',
  'price.effect': '{party} accepts with {after} instead of {before}',
  'price.effect.gain':
    '{party} accepts with {after} instead of {before}, its mean gain moves by {points}',
  'price.effect.points': '{party} accepts as before, its mean gain moves by {points}',
  'price.crosses': 'It newly crosses {redlines}.',
  'price.keeps': 'It no longer crosses {redlines}.',

  'acceptance.method':
    '{draws} draws, seed {seed}. Found and proved by branch and bound: in each draw every party may have its best of what is open, as long as certain sums of gains can reach zero too, and what is open of its consent counts at best. Where that did not end, climbs followed from the proposals, the packages best for all together, those best in single draws and random ones, one or two issues at a time.'
} as const
