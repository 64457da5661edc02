/** Every text under every account. */
export const matrixSentences = {
  'matrix.title': 'Every text under every account',
  'matrix.letter': 'column',
  'matrix.account': 'account',
  'matrix.case': 'title',
  'matrix.as-of': 'as of',
  'matrix.verdicts': 'Verdicts',
  'matrix.reading':
    'Each row is a text, each column an account. The figure is the chance that all who must accept do. * the account holds this text. + something is open, because the text does not say or the account has no words for it: judged at the best way to fill it. ? no poll of the account speaks to a body that would have to ratify.',
  'matrix.text': 'text',
  'matrix.text.of': '{proposal} ({account})',
  'matrix.cell': '{verdict} {chance}{marks}',
  'matrix.walks': 'Who would walk',
  'matrix.walks.reading': 'Over the strongest ground, and how many others would walk as well.',
  'matrix.walks.of': '{text}: {walks}',
  'matrix.walks.in': 'under {accounts} {walk}',
  'matrix.walk.nobody': 'nobody',
  'matrix.walk.redline': '{party} over {id}',
  'matrix.walk.no-deal': '{party} over no deal',
  'matrix.walk.ratification': '{party} over ratification ({id})',
  'matrix.walk.more': '{first}, and {n, plural, one {# other} other {# others}}',
  'matrix.left-out': 'What an account has no words for',
  'matrix.left-out.reading':
    'Left out there. Where the account has the issue and not the option, the issue stays open.',
  'matrix.left-out.issues': '{account}: no issue {issues}',
  'matrix.left-out.option': '{account}: no option {option} of {issue} ({texts})',
  'matrix.texts': 'The texts',
  'matrix.text.titled': '{text}: {title}',
  'matrix.text.about': '{text}: {title} ({about})',
  'matrix.text.by': 'by {by}',
  'matrix.text.side': 'by {by}, which speaks for {side}'
} as const
