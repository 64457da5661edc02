/** In which order a proposal is carried out, and who would break it. */
export const planSentences = {
  'opening.plan':
    "Everything below holds under this case's judgements. Keeping to a step is worth so many points more, on the party's own scale, than breaking it; a figure below 0 means that breaking it pays.",

  'plan.title': 'Carrying out: {proposal}',
  'plan.none': 'No deliverable of the case brings about a term of this proposal: there is no path.',
  'plan.nobody-followed':
    'No party that hands something over has both interests and a discount under plan, so nobody can be followed.',
  'plan.too-many':
    'There are {n} steps, and orders of at most {most} are searched for: put steps that go together under with.',
  'plan.stuck': 'No order is possible: these steps wait for each other: {steps}.',
  'plan.enforces':
    'In this order nobody gains by breaking any step, every judgement at its centre; so it is in {share} of {draws} draws (± {error}).',
  'plan.breaks':
    'In no order does the path enforce itself, every judgement at its centre; in the one below it does so in {share} of {draws} draws (± {error}).',
  'plan.breaks.bound':
    'No order was found in which the path enforces itself, every judgement at its centre; in the one below it does so in {share} of {draws} draws (± {error}).',
  'plan.breaks.ever':
    'In no order does the path enforce itself, every judgement at its centre; in the one below it does so in none of {draws} draws.',
  'plan.least': 'Keeping to it is worth least to {who}: {points} points more than breaking it.',
  'plan.least.lost': 'Breaking it pays most for {who}: {points} points.',
  'plan.who.step': '{party} at step {n}',
  'plan.who.steps': '{party} from step {from} to step {to}',
  'plan.who.end': '{party} once all is done',
  'plan.who.to-end': '{party} from step {from} to the end',
  'plan.proved': 'No order leaves more: proved over {all} orders.',
  'plan.gap':
    'No order of {all} can leave more than {most} points; between that and {least} the search did not decide.',
  'plan.count': 'Of {all} orders, {n} enforce themselves.',
  'plan.early':
    'Among orders that leave the same, this one is worth most from its beginning, summed over the parties.',
  'plan.early.open':
    'Whether another order that leaves the same is worth more from its beginning the search did not decide.',
  'plan.ties': 'As good as this one: {orders}.',
  'plan.ties.some': 'As good as this one, among others: {orders}.',

  'plan.at-once': 'From signature on hold the terms that no deliverable brings about: {terms}.',
  'plan.nobody':
    'Nobody hands over the later stage of {issues}: it is left out of the path, and its worth too.',
  'plan.left-out':
    'Left out, because they bring about something else than this proposal says: {deliverables}.',
  'plan.idle':
    'Guarantees that count for nothing, because they name no deliverable, issue or option of the path: {guarantees}.',
  'plan.idle.one': '{of} by {party}',
  'plan.unknown':
    'Not followed, because the case says no discount or no interests of theirs: {parties}. Whether they keep to the path is not known.',

  'plan.order': 'The order',
  'plan.column.step': 'step',
  'plan.column.day': 'done by',
  'plan.column.what': 'what is handed over',
  'plan.column.gate': 'behind the gate',
  'plan.column.slack': '{party}',
  'plan.column.breaks': 'breaks in',
  'plan.given': '{deliverable} ({party})',
  'plan.end': 'end',
  'plan.all-done': 'all is done',
  'plan.table':
    'Under each party: what keeping to the step is worth to it beyond breaking it, in points; in brackets, where that is below 0, what 5 of 100 draws lie under. The last column: in how many draws somebody gains by breaking just this step.',
  'plan.slack': '{centre} ({low})',
  'plan.waiting': 'Step {n} waits for the gate {gate}.',
  'plan.late': '{deliverable} is due on {due} and done on {done}.',
  'plan.days': 'The days count from the ceasefire of {day}, a step each {period}.',

  'plan.gantt': 'The order of {proposal}, step by step',
  'plan.gantt.step': '{n}. {what}',
  'plan.gantt.breaks': 'breaking pays for {parties}',
  'plan.gantt.gate': 'gate {gate}',
  'plan.gantt.period': 'period {n}',

  'plan.calendar.hands': '{party} hands over {deliverable}.',
  'plan.calendar.brings': '{party} hands over {deliverable}, which brings about {terms}.',
  'plan.calendar.breaks': 'Breaking this step pays for {parties}, every judgement at its centre.',
  'plan.calendar.gate': 'Gate {gate}',
  'plan.calendar.gate.note': 'The gate {gate} must be open for step {n} to be done.',

  'plan.mends': 'What would mend it',
  'plan.mends.none':
    'No bond, no penalty, no better eye, no patience and no splitting of the step mends it alone.',
  'plan.mend.bond': 'a bond of {points} points put down by {party}',
  'plan.mend.penalty': "a guarantor's penalty of {points} points on {party} at step {n}",
  'plan.mend.caught':
    'a chance of {chance} that a breach by {party} at step {n} is noticed, instead of {from}',
  'plan.mend.discount':
    '{party} counting the next period at {discount} instead of {from}; shorter periods do the same',
  'plan.mend.split': 'step {n} split into {parts} equal parts, one after the other',

  'plan.going-back':
    'Once all is done going back pays for {parties}: nothing that acts on a single step mends that. What would is a settlement that is worth more to keep, or a no deal that is worth less, than the case says.',
  'plan.tranches.mends':
    'In equal parts, one after the other where it stands, step {n} enforces itself if there are {parts}, and the path with it; in fewer it does not.',
  'plan.tranches':
    'In equal parts, one after the other where it stands, step {n} enforces itself if there are {parts}, but another step or the end still does not; in fewer it does not.',
  'plan.tranches.none':
    'In no number of equal parts up to {most}, one after the other where it stands, does step {n} enforce itself: {parts}, which comes nearest, leaves {party} {points} points for breaking part {part}.',

  'plan.otherwise': 'Read otherwise',
  'plan.otherwise.lead': 'The same order, one thing at a time.',
  'plan.otherwise.what': 'if',
  'plan.otherwise.least': 'least, in points',
  'plan.otherwise.holds': 'enforces itself',
  'plan.yes': 'yes',
  'plan.no': 'no',
  'plan.read.unseen': 'no breach were noticed',
  'plan.read.seen': 'every breach were noticed',
  'plan.read.no-penalty': "guarantors' penalties were worth nothing",
  'plan.read.no-bond': 'bonds were worth nothing',
  'plan.read.ground-back': 'ground given up came back in a breakdown',
  'plan.read.discount': '{party} counted the next period at {discount}',

  'plan.habits': 'What practice would say',
  'plan.habit.unverified':
    'Nobody verifies {deliverables}; a breach is taken to be noticed for certain.',
  'plan.habit.checks-itself':
    'Who hands over {deliverables} is the only one to verify it: a breach is taken never to be noticed.',
  'plan.habit.one-sided':
    '{party} hands over alone in {n} steps running ({steps}); graduated reciprocation asks for an answer in between.',
  'plan.habit.heaviest-first':
    'The first step, {step}, asks more of those who give than any other; practice begins with a small one.',
  'plan.habit.all-at-once':
    '{share} of all that {party} gives up lies in one step, {step}: it could be split.',

  'plan.method':
    'Orders are searched over sets of steps done, by what the beginning of an order asks of its end. A party keeps to a step if what the path is worth from there (what each period brings, less costs, a later period counting for less) is no less than taking the grab now and, if noticed, losing bond and penalty and going back to no deal; at the end, if the settlement is worth no less than going back. What the case does not say of a step is taken from the stances: it brings each period (1 - discount) times the points it moves; the grab is what the others hand over in that step, for one period. The least is taken over all parties, which compares their points. Ground (an option with a line on the map) stays with who has it in a breakdown. {draws} draws, seed {seed}.'
} as const
