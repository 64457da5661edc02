/** Why a proposal is judged as it is: grounds, joint chances, polls, hinges, repairs. */
export const verdictSentences = {
  'walk.dead': '{party} walks: {grounds}',
  'walk.likely': '{party} would probably walk: {grounds}',
  'walk.page.dead': '{party} walks:',
  'walk.page.likely': '{party} would probably walk:',
  'walk.page.may': '{party} may walk:',
  'walk.nobody': 'Nobody whose consent is needed would probably walk.',

  'redline.says': '{redline}, "{says}"',
  'redline.since': '{redline}, held since {since}',
  'ground.redline': 'redline {redline}, firmness {firmness}',
  'ground.another': "{text}, on another's word",
  'ground.walks': '{text}, walks {chance} (computed)',
  'ground.no-deal': 'better off without a deal in {chance} of the draws',
  'ground.ratification': 'the {body} would refuse with chance {chance}',
  'ground.full.redline': 'the proposal crosses its redline {redline}, firmness {firmness}',
  'ground.full.no-deal': 'it is better off without a deal in {chance} of the draws',
  'ground.full.ratification': 'its {body} would refuse with chance {chance}',

  'consent.nobody': "nobody's consent is required",
  'joint.all':
    '{p}, drawn to ± {error}; {other}; between {low} and {high} whether the parties refuse together or each in turn',
  'joint.apart': '{p} if each judgement errs by itself',
  'joint.together': "{p} if each party's judgements err together",
  'joint.one': 'The one party whose consent is needed accepts with chance {p}.',
  'joint.one.between':
    "The one party whose consent is needed accepts with chance {p}, and between {low} and {high} however the parties' answers hang together.",
  'joint.everybody': 'Everybody whose consent is needed accepts with chance {p}.',
  'joint.everybody.between':
    "Everybody whose consent is needed accepts with chance {p}, and between {low} and {high} however the parties' answers hang together.",

  'hold.large': 'state {state}: the graph is large; ask truce solve stability',
  'hold.none': 'state {state} is no equilibrium under any concept: somebody gains by leaving it',
  'hold.under': 'state {state} is an equilibrium under {concepts}; truce solve stability says why',
  'hold.alike': 'so are {states} of {of} other states: holding alone tells them not apart',
  'hold.full.alike':
    'So do {states} of {of} other states, which holding alone does not tell apart.',
  'hold.full.large': 'It leads to the state {state}; the graph is too large to say here.',
  'hold.full.none':
    'It would first have to be signed, with a chance of {chance}. Even then, no: it leads to the state {state}, and in every sense somebody gains by leaving that.',
  'hold.full.all':
    'It would first have to be signed, with a chance of {chance}. If it were, yes: it leads to the state {state}, which nobody gains by leaving in any sense asked.',
  'hold.full.some':
    'It would first have to be signed, with a chance of {chance}. If it were, in part: it leads to the state {state}, which holds in that {concepts}, and not in the other senses.',
  'hold.see': 'See “What would hold, and why”.',

  'open.issues': '{issues}; judged at the best way to fill them',
  'open.issues.full': '{issues}. Judged at the best way to fill them in.',
  'open.best': 'best: {terms}: {verdict}, {chance}',
  'open.worst': 'worst: {terms}: {verdict}, {chance}',
  'open.crossing': 'some ways to fill them cross {redlines}',
  'open.untold': 'not known whether some or all ways to fill them cross {redlines}',
  'open.rules':
    'no way to fill them keeps the rules of the case; best and worst leave the rules aside',
  'open.rules.full':
    'No way to fill them keeps the rules of the case: the best and the worst leave the rules aside.',
  'open.unknown':
    'not known whether some way to fill them keeps the rules of the case: the search ended at its limit; best and worst leave the rules aside',
  'open.unknown.full':
    'Whether some way to fill them keeps the rules of the case is not known: the search ended at its limit. The best and the worst leave the rules aside.',
  'open.collision': 'no way to fill them keeps {redlines}',
  'open.limit': 'the search was stopped by its limit: these are the best and worst found',
  'open.limit.full':
    'The search was stopped by its limit: these are the best and the worst it found.',

  'body.unasked': '{party}, {body}: not assessed, no poll speaks to this package',
  'body.moved': '{text}; effects of its terms move the share by {points} points',
  'body.assumed':
    '{party}, {body}: accepts with chance {p} (share {share} against {threshold}; the share is assumed, no poll speaks)',
  'body.polled':
    '{party}, {body}: accepts with chance {p} (share {share} against {threshold}, standard error {error}, so {margin} standard errors)',
  'body.full.assumed':
    '{party}, {body}: accepts with chance {p}; {share} in favour where {threshold} is needed (the share is assumed, no poll speaks).',
  'body.full.polled':
    '{party}, {body}: accepts with chance {p}; {share} in favour where {threshold} is needed (standard error {error}).',
  'veto.chance':
    '{party}, {body}: {veto} would veto with chance {chance}; without its veto the joint chance is {joint}: {verdict}',
  'veto.full.chance':
    '{party}, {body}: {veto} would veto with chance {chance}. Without its veto: {verdict}, {joint}.',
  'veto.mute': '{party}, {body}: nothing says whether {veto} would veto this package',
  'poll.alone': 'under {poll} alone the joint chance is {chance}: {verdict}',
  'poll.without.party': 'without ratification in {party} it is {chance}: {verdict}',
  'poll.without.party.full': 'Without ratification in {party}: {verdict}, {chance}.',
  'poll.without': 'without any ratification it is {chance}: {verdict}',
  'poll.without.full': 'Without any ratification: {verdict}, {chance}.',

  'hinge.none': 'no single judgement: at either end of every range the verdict stands',
  'hinge.none.dead': 'no single judgement: at either end of every range it stays dead on arrival',
  'hinge.none.polls':
    'no single judgement, other than how ratification is read (polls, above): at either end of every range the verdict stands',
  'hinge.none.polls.dead':
    'no single judgement, other than how ratification is read (polls, above): at either end of every range it stays dead on arrival',
  'hinge.none.full': 'No single judgement: at either end of every range it stays {verdict}.',
  hinge: '{judgement} at {end}: {verdict} ({chance})',
  'hinge.full': '{judgement}: {verdict}, {chance}.',
  'hinge.at': '{judgement}, at {end}',
  'hinge.scenario': '{judgement}, {end}',
  'hinge.poll.alone': 'Ratification read by the poll {poll} alone',
  'hinge.poll.party': 'Ratification in {party} {end}',
  'hinge.poll.veto': 'The veto of {veto} in {party} {end}',
  'hinge.poll.all': 'Ratification in all parties {end}',
  'hinge.more': 'and {n} more',
  'hinge.more.full': 'And {n} more.',

  'repair.none':
    'no change of three terms or fewer helps (truce solve acceptance says what holds the chance down); in the way: {binding}',
  'repair.none.limit':
    'the search for changes ended at its limit and found none so far; most often in the way: {binding}; sets of changes it did not come to were not looked at (truce solve acceptance says what holds the chance down)',
  'repair.none.limit.full':
    'The search for changes ended at its limit and found none so far; sets of changes that it did not come to were not looked at. Most often in the way: {binding}.',
  'repair.none.full': 'None by changing three terms or fewer; in the way: {binding}.',
  'repair.none.nothing': 'nothing that a term could change',
  repair: '{changes}: {verdict}, {chance}; {rest}',
  'repair.full': '{changes}: then {verdict}, {chance}. {rest}',
  'repair.step.first': '{issue}: {option} (its first step alone)',
  'repair.step.last': '{issue}: {option} (its last step at once)',
  'repair.points': 'points: {points}',
  'repair.nobody': 'nobody pays',
  'repair.bluff': 'were {redline} half as firm, the proposal as it stands would have {chance}',
  'repair.bluff.full':
    'Were the redline {redline} half as firm, the proposal as it stands would have {chance}.',
  'repair.hollow': 'hollow: it becomes {proposal}',
  'repair.hollow.full': 'It is hollow: the proposal becomes {proposal}.',
  'repair.unpolled': 'no poll speaks to it: the share in {parties} is assumed',
  'repair.unpolled.full': 'No poll speaks to it in {parties}: the share is assumed.',
  'repair.changed': '{party} ({points})',
  'repair.pay': '{losing} {n, plural, one {pays} other {pay}}.',
  'repair.pay.gain':
    '{losing} {n, plural, one {pays} other {pay}}; {gaining} {m, plural, one {gains} other {gain}}.',
  'repair.gain': 'Nobody pays; {gaining} {m, plural, one {gains} other {gain}}.',
  'repair.free': 'Nobody pays.',
  'repair.total': '{total} such changes in all',
  'repair.total.least':
    '{total} such changes found; the search for changes ended at its limit, and sets of changes it did not come to were not looked at',
  'repair.limit':
    'the search for changes ended at its limit; sets of changes it did not come to were not looked at'
} as const
