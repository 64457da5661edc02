/** What to ask first, and what each answer would change. */
export const overtureSentences = {
  'strategy.lacks.overtures':
    'Overtures are left out: the case has none to a party whose types it tells apart, with a chance of a welcome by each.',
  'strategy.overtures': 'Overtures to {party}',
  'strategy.overtures.lead':
    'The chance that all who must accept do, by proposal: as the case states {party}, with {party} of each type, and with the types weighed by their chances. A type replaces the figures that the case names for it, so the weighed chance need not be the stated one.',
  'strategy.overtures.stated': 'as stated',
  'strategy.overtures.type': '{type} ({p})',
  'strategy.overtures.weighed': 'weighed',
  'strategy.overtures.proposal': 'proposal',
  'strategy.overtures.unknown':
    'Changes of the type {type} that name no figure of the stance, and so do nothing: {paths}.',
  'strategy.overtures.none':
    'No overture to {party} can change which proposal has the best chance: it is {best}, with {party} of any type. Asking is worth 0, and a leak costs something.',
  'strategy.overtures.none.these':
    'No answer to any of these overtures to {party} would change which proposal has the best chance ({best}): each is worth 0. Knowing the type for sure would be worth {certainty}.',
  'strategy.overtures.first':
    'To be tried first with {party}: {overture}. It raises the best joint chance by {value} (± {error}) on average, and its leak costs {leak}. Knowing the type for sure would be worth {certainty}.',
  'strategy.overtures.not-worth':
    'No overture to {party} is worth what its leak costs; the nearest is {overture}, worth {value} (± {error}) against {leak}. Knowing the type for sure would be worth {certainty}.',
  'strategy.overtures.overture': 'overture',
  'strategy.overtures.rank': 'rank',
  'strategy.overtures.welcomes': 'welcome by {type}',
  'strategy.overtures.value': 'worth',
  'strategy.overtures.leak': 'leak costs',
  'strategy.overtures.net': 'net',
  'strategy.overtures.bluff': 'bluff borne',
  'strategy.overtures.leak-range': '{centre} ({low} to {high})',
  'strategy.overtures.table':
    'Worth: the chance of the proposal best after each answer, weighed by how likely the answer is, less the chance of the one best without asking. Bluff borne: the share of answers that could be empty, given alike by any type, before the worth falls to what a leak costs. Overtures with the same rank tie.',
  'strategy.overtures.after':
    '{overture}: {response} in {chance}; then {beliefs}, and the best is {best} with {worth}.',
  'strategy.overtures.belief': '{type} {p}',
  'strategy.overtures.welcomed': 'welcomed',
  'strategy.overtures.refused': 'refused',
  'strategy.overtures.answered':
    '{overture} was {response} (its chance was {chance}): {before} became {after}. The best proposal is {best} with {worth}; before it was {bestBefore} with {worthBefore}. {order}',
  'strategy.overtures.left': 'Left to try, the best first: {overtures}.',
  'strategy.overtures.none-left': 'None is left to try.',
  'strategy.overtures.one': '{overture} (net {net})',
  'strategy.method.overtures':
    "An overture is worth the sum over both answers of the answer's chance times the best proposal's joint chance after it, less the best without asking; beliefs by Bayes' rule, every chance at its centre, joint chances over the draws."
} as const
