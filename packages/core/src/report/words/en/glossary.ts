import { BINDING, CUTS, FIRM } from '../../../worth/conventions.ts'
import { bargainingSentences as bargaining } from './bargaining-sentences.ts'
import { stabilitySentences as stability } from './stability-sentences.ts'
import { verdictRange } from './verdict-range.ts'

/** A word that the page or a report uses, in plain English. */
export interface GlossaryTerm {
  /** Its name in addresses and for `truce explain`: one word or words with hyphens. */
  readonly id: string
  /** As it stands in texts. */
  readonly term: string
  /** Other words for it. */
  readonly also?: readonly string[]
  readonly means: string
  /** One example in one line. */
  readonly example: string
  /** The page of method behind it, from the root of the repository. */
  readonly page: string
}

const CHECK = 'docs/method/check.md'
const STABILITY = 'docs/method/stability.md'
const BARGAINING = 'docs/method/bargaining.md'
const UNCERTAINTY = 'docs/method/uncertainty.md'

type Sense = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq' | 'sim'

const concept = (id: Sense, also: readonly string[], example: string): GlossaryTerm => {
  const term = id === 'nash' ? 'Nash' : id.toUpperCase()
  const means = `A sense in which a state holds: ${stability[`concept.${id}`]}.`
  return { id, term, also, means, example, page: `${STABILITY}#the-concepts` }
}

/** Every word of art that is used, by topic: the parties, verdicts, doubt, deals, what would hold. */
export const GLOSSARY: readonly GlossaryTerm[] = [
  {
    id: 'redline',
    term: 'redline',
    means:
      'Something that a party says it will not accept. A proposal crosses it or keeps it; crossing is never made good by points elsewhere.',
    example: '“Ukraine in NATO is not acceptable” is crossed by a proposal for accession.',
    page: `${CHECK}#redlines`
  },
  {
    id: 'firmness',
    term: 'firmness',
    means:
      'How surely a party would refuse because a redline is crossed: 0 means it is said only, 1 that it always refuses.',
    example: 'Firmness 0.35: in about a third of the ways to read the party it walks over this.',
    page: `${CHECK}#redlines`
  },
  {
    id: 'firm',
    term: 'firm redline',
    also: ['fatal'],
    means: `A redline of firmness ${FIRM} or more at its central figure. Crossing it alone makes a proposal dead on arrival.`,
    example: 'A redline of firmness 0.95 is firm; one of 0.7 is not.',
    page: `${CHECK}#conventions`
  },
  {
    id: 'binding',
    term: 'binding redline',
    means: `A redline of firmness ${BINDING} or more. Packages that cross one are left out of the deal space.`,
    example: 'Of 2,000 ways to settle the issues, 300 cross no binding redline.',
    page: `${CHECK}#counts-and-conflicts`
  },
  {
    id: 'no-deal',
    term: 'no deal',
    also: ['no agreement', 'BATNA'],
    means:
      'What a party has if nothing is agreed: what going on as now is worth to it, with what that brings and costs.',
    example: 'If no deal is worth 42 to a party, a package worth 61 is a gain of 19 points.',
    page: `${CHECK}#worth-no-deal-gain`
  },
  {
    id: 'gain',
    term: 'gain',
    means:
      'What a package is worth to a party above what it has without a deal, in points of 0 to 100.',
    example: 'A gain of −5: it would be a little better off refusing.',
    page: `${CHECK}#worth-no-deal-gain`
  },
  {
    id: 'chance',
    term: 'chance',
    means:
      'In what share of the ways to read the case’s uncertain figures something happens. It holds under the case’s judgements and is no forecast.',
    example: 'A chance of 6%: in 6 of 100 readings of the ranges all who are needed accept.',
    page: `${CHECK}#acceptance`
  },
  {
    id: 'verdict',
    term: 'verdict',
    means:
      'How near a proposal is to being accepted by everybody whose consent is needed, in one of five words.',
    example: 'From worst to best: dead on arrival, unlikely, contested, likely, robust.',
    page: `${CHECK}#verdicts`
  },
  {
    id: 'dead-on-arrival',
    term: 'dead on arrival',
    means: `Some party whose consent is needed would hardly ever accept (a chance of ${CUTS.dead} or less), or one of its firm redlines is crossed.`,
    example: 'A proposal that crosses a redline of firmness 0.95, whatever else it offers.',
    page: `${CHECK}#verdicts`
  },
  {
    id: 'unlikely',
    term: 'unlikely',
    means: verdictRange('unlikely'),
    example: 'Four parties who accept with 62%, 20%, 35% and 92% hardly all accept.',
    page: `${CHECK}#verdicts`
  },
  {
    id: 'contested',
    term: 'contested',
    means: verdictRange('contested'),
    example: 'A chance of 44%: it could go either way.',
    page: `${CHECK}#verdicts`
  },
  {
    id: 'likely',
    term: 'likely',
    means: verdictRange('likely'),
    example: 'A chance of 71%.',
    page: `${CHECK}#verdicts`
  },
  {
    id: 'robust',
    term: 'robust',
    means: verdictRange('robust'),
    example: 'A chance of 98%: hardly any reading of the ranges makes anybody refuse.',
    page: `${CHECK}#verdicts`
  },
  {
    id: 'on-the-line',
    term: 'on the line',
    means:
      'The chance is so near a limit between two verdicts that more draws could turn the word into its neighbour.',
    example: '34.8% ± 0.4: unlikely, on the line to contested.',
    page: `${CHECK}#verdicts`
  },
  {
    id: 'walk',
    term: 'walk',
    also: ['walker', 'walks'],
    means:
      'To refuse a proposal: over a redline, for want of ratification, or because no deal is better.',
    example: 'Russia walks over its redline on NATO.',
    page: `${CHECK}#acceptance`
  },
  {
    id: 'ratification',
    term: 'ratification',
    also: ['ratify'],
    means:
      'A body such as an electorate or a parliament must agree, too. What it would do is read from polls, with their errors.',
    example: '36% in favour where half are needed: the chance that it ratifies is small, not none.',
    page: `${CHECK}#ratification`
  },
  {
    id: 'win-set',
    term: 'win-set',
    means:
      'All packages that a party could get ratified at home (Putnam 1988). The larger, the easier a deal.',
    example:
      'A parliament that needs two thirds leaves a smaller win-set than one that needs half.',
    page: `${CHECK}#ratification`
  },
  {
    id: 'effect',
    term: 'effect of a term',
    also: ['effects'],
    means:
      'By how many points a term moves the share in favour, beyond what the polls asked about; it says whose figure that is.',
    example: 'A guarantee may add 4 points to the share in favour.',
    page: `${CHECK}#ratification`
  },
  {
    id: 'staged-term',
    term: 'staged term',
    also: ['staged', 'stage'],
    means:
      'An issue that is settled one way first and another way later, with a chance that it comes to that.',
    example: 'The line of contact at first; the line before 2022 later, with a chance of 60%.',
    page: `${CHECK}#worth-no-deal-gain`
  },
  {
    id: 'repair',
    term: 'repair',
    means: 'The fewest changed terms that make a proposal likelier. It says who pays for each.',
    example: 'With observers from neutral states it would be contested instead of dead on arrival.',
    page: `${CHECK}#repairs`
  },
  {
    id: 'ceiling',
    term: 'ceiling',
    means:
      'The best verdict that a change can be given: held down where no poll speaks to it, or where something left open may still cross a firm redline.',
    example: 'A change nobody was polled about is at best contested.',
    page: `${CHECK}#repairs`
  },
  {
    id: 'reading',
    term: 'reading',
    also: ['readings'],
    means:
      'One way to read each thing in the case that a sensible colleague might read otherwise: which poll, whose word, which scenario.',
    example: 'The verdict is unlikely in 65% of 1,000 readings.',
    page: `${CHECK}#readings`
  },
  {
    id: 'hinge',
    term: 'hinge',
    also: ['hangs on', 'hinges'],
    means: 'A single figure that turns the verdict when it is moved to the end of its range.',
    example: 'Were the firmness of that redline at its low end, the proposal would be contested.',
    page: `${CHECK}#what-the-verdict-hangs-on`
  },
  {
    id: 'draw',
    term: 'draw',
    also: ['draws'],
    means: 'One reading of all uncertain figures at once, each taken somewhere in its range.',
    example: 'In 600 of 10,000 draws all accept: a chance of 6%.',
    page: `${UNCERTAINTY}#draws`
  },
  {
    id: 'package',
    term: 'package',
    means: 'One way to settle every issue at once.',
    example: 'Three issues with two options each make eight packages.',
    page: `${BARGAINING}#what-is-counted`
  },
  {
    id: 'deal-space',
    term: 'deal space',
    also: ['admissible'],
    means: 'All packages that keep the rules of the case and every binding redline.',
    example: 'Of a million packages, forty keep them: the deal space is narrow.',
    page: `${BARGAINING}#what-is-counted`
  },
  {
    id: 'frontier',
    term: 'frontier',
    also: ['efficient', 'Pareto'],
    means:
      'The packages that cannot be bettered for one party without being made worse for another.',
    example: 'A proposal off the frontier leaves something on the table for everybody.',
    page: `${BARGAINING}#the-frontier`
  },
  {
    id: 'nash-product',
    term: bargaining['standard.nash.short'],
    also: ['Nash product', 'Nash solution'],
    means:
      'A standard of fairness: the package for which the parties’ gains, multiplied, are greatest. Nobody may be left with next to nothing.',
    example: 'Gains of 20 and 20 (400) go before gains of 35 and 10 (350).',
    page: `${BARGAINING}#the-standards`
  },
  {
    id: 'kalai-smorodinsky',
    term: bargaining['standard.maxMin.short'],
    also: ['KS', 'Kalai'],
    means:
      'A standard of fairness: each gets as large a share as possible of the most it could have gained, the least share first.',
    example: 'Who could gain 40 gets 20, who could gain 10 gets 5: half each.',
    page: `${BARGAINING}#the-standards`
  },
  {
    id: 'most-equal-shares',
    term: 'most equal shares',
    means:
      'A standard of fairness: among efficient packages, the one where the parties’ shares of the most they could have gained differ least.',
    example: 'Shares of 48% and 50% go before shares of 45% and 60%.',
    page: `${BARGAINING}#the-standards`
  },
  {
    id: 'egalitarian',
    term: bargaining['standard.egalitarian.short'],
    also: ['maximin', 'egalitarian solution'],
    means: 'A standard of fairness: the party that gains least gains as much as possible.',
    example: 'Gains of 15 and 18 go before gains of 12 and 40.',
    page: `${BARGAINING}#the-standards`
  },
  {
    id: 'greatest-sum',
    term: 'greatest sum of gains',
    also: ['welfare', 'utilitarian'],
    means:
      'The package with the greatest sum of gains. It compares points of different parties, so read it with care.',
    example: 'Gains of 12 and 40 go before gains of 15 and 18.',
    page: `${BARGAINING}#the-standards`
  },
  {
    id: 'state',
    term: 'state',
    means: 'An outcome of what the parties can do: which moves are taken and which are not.',
    example: 'Both sides have stopped fighting, and nobody has guaranteed anything.',
    page: `${STABILITY}#the-model`
  },
  {
    id: 'holds',
    term: 'holds',
    also: ['stable', 'equilibrium', 'stability'],
    means:
      'No party gains by moving away, given how the others could answer. The senses differ in how far a party looks ahead.',
    example:
      'A ceasefire holds if whoever breaks it is left no better off once the others have answered.',
    page: `${STABILITY}#the-concepts`
  },
  concept(
    'nash',
    ['Nash stability'],
    'Neither driver would swerve or hold on alone: it holds in this sense.'
  ),
  concept(
    'gmr',
    ['general metarationality'],
    'An attack that the other can answer by ruining both is held back.'
  ),
  concept(
    'smr',
    ['symmetric metarationality'],
    'As with GMR, and the attacker has no way out of the answer.'
  ),
  concept(
    'seq',
    ['sequential stability'],
    'An attack is held back only by an answer that the other would want to give.'
  ),
  concept(
    'sseq',
    ['symmetric sequential stability'],
    'As with SEQ, and the attacker has no way out of the answer.'
  ),
  concept(
    'sim',
    ['simultaneous stability'],
    'Both arm at once, and neither is better off than before.'
  ),
  {
    id: 'coalition',
    term: 'coalition',
    also: ['coalitions'],
    means: 'Several parties that move together, each gaining by it.',
    example: 'The ministry and the company leave the deadlock together though neither would alone.',
    page: `${STABILITY}#coalitions`
  },
  {
    id: 'scenario',
    term: 'scenario',
    means: 'Something that may come about or not, and that other figures hang on.',
    example: 'American arms stop in 2025: with 50%, and no deal is then worth less to Kyiv.',
    page: `${CHECK}#draws`
  },
  {
    id: 'share-of-doubt',
    term: 'share of doubt',
    also: ['Sobol'],
    means: 'How much of the uncertainty of an answer one figure is behind, alone and with others.',
    example: '98% of the doubt comes from one poll: check that first.',
    page: `${UNCERTAINTY}#check-next`
  }
]
