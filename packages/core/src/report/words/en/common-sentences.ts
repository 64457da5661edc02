/** What several reports say, and the page. */
export const commonSentences = {
  'lapse.days': '{n, plural, one {# day} other {# days}}',
  'lapse.hours': '{n, plural, one {# hour} other {# hours}}',
  'lapse.minutes': '{n, plural, one {# minute} other {# minutes}}',
  'list.last': '{list} and {next}',
  'list.next': '{list}, {next}',
  sentence: '{clause}.',
  quoted: '“{text}”',
  'redline.of': '{redline} of {party}',
  range: '{low} to {high}',
  sampled: '{value} ± {error}',
  'cited.square': '[{source}]',
  marked: '{text} ({mark})',
  'marked.alone': '{text} {mark}',
  'mark.case': "case's figure",
  'mark.case.claim': "case's figure; claim: {claim}",
  'mark.source.claim': 'figure: {source}; claim: {claim}',
  'mark.computed': 'computed',
  'mark.computed.claim': 'computed; claim: {claim}',
  'mark.computed.polls': 'computed; polls: {claim}',
  proposal: '{title} ({id})',
  'proposal.titled': '{id}: {title}',
  term: '{issue}: {option}',
  'term.staged': '{first}, later {last}',
  amount: '{amount} {unit}',
  'more.json': '{n} more are in --format json.',
  'more.none': 'none',
  unknown: 'not known',
  'count.least': 'at least {n}',
  'count.unknown': 'an unknown number',

  'opening.day': 'As of {day}.',
  'opening.view': '{view}. As of {day}.',
  'opening.check':
    "Everything below holds under this case's judgements; figures are its authors' own unless a judgement says otherwise.",
  'opening.bargaining':
    "Everything below holds under this case's judgements, each at its central value.",
  'opening.stability': "Everything below holds under this case's judgements.",
  'opening.study':
    "Everything below holds under this case's judgements, each drawn anywhere in its range.",
  'method.bounded':
    'Here some counts of packages, or the search for redlines that collide, ended at a limit: these are not exact, and each says so where it stands.',
  'method.title': 'How this was computed',
  'sources.title': 'Sources',

  'verdict.dead-on-arrival': 'dead on arrival',
  'verdict.unlikely': 'unlikely',
  'verdict.contested': 'contested',
  'verdict.likely': 'likely',
  'verdict.robust': 'robust',
  'verdict.line': '{verdict} (on the line)',

  'dependence.party': 'judgements of one party err together',
  'dependence.independent': 'judgements err independently'
} as const
