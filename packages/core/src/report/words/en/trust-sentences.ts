/** How far parties must trust each other, and what guarantors change. */
export const trustSentences = {
  'strategy.lacks.trust':
    'Trust is left out: no deliverable of the case brings about a term of any of its proposals.',
  'strategy.trust': 'Trust asked for',
  'strategy.trust.lead':
    "Each proposal in points of each party's own scale: the state of things, the terms that hold from signature on, what the party hands over, what all others do. Summed: kept by both; taken without giving; given without taking; and no deal. A party keeps to it where it believes with the chance t that the others do, from t = (no deal - giving) / ((both - taking) + (no deal - giving)) on.",
  'strategy.trust.backing':
    'With a guarantor, taking is worth less by its chance times its penalty, and giving more by its chance times its insurance. Beside the least trust at central judgements: its median over {draws} draws, and in how many no trust is enough. Act: how surely the guarantor would have to act, with its penalty and insurance as they are, for even odds to be enough, and for breaking to pay nothing while the others keep to it.',
  'strategy.trust.party': 'party',
  'strategy.trust.stands': 'as things stand',
  'strategy.trust.at-once': 'at signature',
  'strategy.trust.given': 'gives',
  'strategy.trust.taken': 'gets',
  'strategy.trust.both': 'both',
  'strategy.trust.taking': 'taking',
  'strategy.trust.giving': 'giving',
  'strategy.trust.none': 'no deal',
  'strategy.trust.with': 'with',
  'strategy.trust.nobody': 'nobody',
  'strategy.trust.penalty': 'penalty',
  'strategy.trust.insurance': 'insurance',
  'strategy.trust.keeps': 'keeps to it from',
  'strategy.trust.median': 'median',
  'strategy.trust.never-in': 'never in',
  'strategy.trust.act': 'act',
  'strategy.trust.any': 'any trust',
  'strategy.trust.no-trust': 'never',
  'strategy.trust.wary': 'never (wary)',
  'strategy.trust.wary.note':
    'Wary: giving alone is worth more to it than no deal, but the surer it is of the others, the more breaking pays.',
  'strategy.trust.chances': '{even}; {keeping}',
  'strategy.trust.lacking':
    'For even odds to be enough it takes an expected penalty of {even} points on {party} for breaking it; for breaking to pay nothing while the others keep to it, {keeping}.',
  'strategy.trust.no-chance': '> 1',
  'strategy.trust.owes-nothing': 'Nothing to break, because they hand nothing over: {parties}.',
  'strategy.trust.unknown': 'Not told, for want of interests or a no deal: {parties}.',
  'strategy.method.trust':
    'Trust compares keeping to a proposal as a whole with breaking it as a whole, one party against all others; what is handed over is as for truce plan, without its costs and grabs.'
} as const
