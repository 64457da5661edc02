import type { CheckResult, Ground, PartyResult, ProposalResult, Walker } from '../check/result.ts'
import type { Case } from '../model/case.ts'
import { textIn } from '../model/package.ts'
import { redlineId } from '../worth/redlines.ts'
import type { Block } from './blocks.ts'
import { facts, heading, list, paragraph, table } from './blocks.ts'
import { dealSpaceBlocks } from './deal-space.ts'
import { opening } from './opening.ts'
import { chance, count, listed, nameOf, points, termsInWords, verdictWord } from './words.ts'

/** The report of `check`: what, why, what to do. `bibliography` adds the sources at the end. */
export function checkReport(
  source: Case,
  result: CheckResult,
  options: {
    readonly language?: string
    readonly bibliography?: boolean
    readonly summary?: boolean
  } = {}
): readonly Block[] {
  const { language } = options
  return [
    ...opening(
      source,
      "Everything below holds under this case's judgements; figures are its authors' own unless a judgement says otherwise.",
      language
    ),
    ...overview(source, result),
    ...(options.summary
      ? [summary(source, result)]
      : [
          ...result.proposals.flatMap((proposal) =>
            proposalBlocks(source, proposal, { language, dependence: result.settings.dependence })
          ),
          ...dealSpaceBlocks(source, result)
        ]),
    ...(options.summary ? [] : method(result)),
    ...(options.bibliography ? bibliography(source, language) : [])
  ]
}

function method({ settings }: CheckResult): readonly Block[] {
  return [
    heading(2, 'How this was computed'),
    paragraph(
      'Gain: points over no deal at central values; worst..best: over every admissible reading of the ranges; positive: under every, some or no reading; radius: the share of every range for which the sign is certain; crossed: how many of its redlines.'
    ),
    paragraph(
      `${count(settings.draws)} draws, seed ${settings.seed}; judgements ${settings.dependence === 'party' ? 'of one party err together' : 'err independently'}. A chance is sampled (its standard error stands behind the ±); gains, guarantees, counts and conflict cores are exact. Cuts: 0.05 dead, 0.35 contested, 0.65 likely, 0.95 robust; a crossed redline of firmness 0.9 or more is fatal.`
    )
  ]
}

/** One line for each proposal: what, its strongest reason, the best repair. */
function summary(source: Case, { proposals }: CheckResult): Block {
  return list(
    proposals.map((proposal) => {
      const [walker] = proposal.walkers
      const repair =
        proposal.repairs.list.find(({ unpolled }) => unpolled.length === 0) ??
        proposal.repairs.list[0]
      const reason = walker ? ` ${nameOf(source, walker.party)}: ${groundWords(walker)}.` : ''
      const way = repair
        ? ` Best repair${repair.unpolled.length > 0 ? ' (no poll speaks to it)' : ''}: ${termsInWords(repair.changes)} (${verdictWord(repair.verdict)}, ${chance(repair.joint.p)}).`
        : ''
      const open = proposal.open
        ? ` Open: ${proposal.open.issues.join(', ')}; ${verdictWord(proposal.open.best.verdict)} (${chance(proposal.open.best.joint.p)}) at the best way to fill it, ${verdictWord(proposal.open.worst.verdict)} (${chance(proposal.open.worst.joint.p)}) at the worst.`
        : ''
      return `${proposal.proposal.id}: ${verdictWord(proposal.verdict)}. ${headline(source, proposal)}${open}${reason}${way}`
    })
  )
}

function overview(source: Case, { proposals }: CheckResult): readonly Block[] {
  if (proposals.length === 0) return [paragraph('There is no proposal to judge.')]
  const parties = [...new Set(proposals.flatMap(({ required }) => required))]
  const head = ['', ...proposals.map(({ proposal }) => proposal.id)]
  const cell = (proposal: ProposalResult, party: string): string => {
    const found = proposal.parties.get(party)
    if (!found || !proposal.required.includes(party)) return '-'
    return `${chance(found.accepts.p)}${found.verdict === 'dead-on-arrival' ? ' x' : ''}`
  }
  return [
    heading(2, 'Would each party accept?'),
    table(head, [
      ...parties.map((party) => [
        nameOf(source, party),
        ...proposals.map((proposal) => cell(proposal, party))
      ]),
      ['all together', ...proposals.map(({ joint }) => chance(joint.p))],
      [
        'verdict',
        ...proposals.map(
          ({ verdict, onTheLine }) => `${verdictWord(verdict)}${onTheLine ? ' (on the line)' : ''}`
        )
      ]
    ]),
    paragraph(
      'Chance that each required party accepts; x: dead on arrival for that party; -: its consent is not required.'
    )
  ]
}

function proposalBlocks(
  source: Case,
  proposal: ProposalResult,
  { language, dependence }: { readonly language: string | undefined; readonly dependence: string }
): readonly Block[] {
  const { id, title } = proposal.proposal
  return [
    heading(
      2,
      `${id}: ${verdictWord(proposal.verdict)}${proposal.onTheLine ? ' (on the line)' : ''}`
    ),
    paragraph(`${textIn(title, language)}. ${headline(source, proposal)}`),
    facts([
      ['why', whyLines(source, proposal, language)],
      ['joint chance', jointLine(proposal, dependence)],
      ['would it hold', holdLine(proposal)],
      ['open', openLine(proposal)],
      [
        'breaks rules',
        proposal.brokenRules.length > 0
          ? `yes: ${proposal.brokenRules.map(({ at }) => at).join(', ')}; the case itself calls this package senseless`
          : ''
      ],
      ['polls', pollLines(source, proposal)],
      ['hangs on', hingeLines(proposal)],
      ['what to do', repairLines(source, proposal)]
    ]),
    ...partyTable(source, proposal)
  ]
}

function headline(source: Case, { walkers, verdict, capped, joint }: ProposalResult): string {
  const dead = walkers
    .filter((walker) => walker.verdict === 'dead-on-arrival')
    .map(({ party }) => nameOf(source, party))
  if (dead.length > 0) return `It dies with ${listed(dead)}.`
  if (capped)
    return 'It is judged at its best completion, and capped because another way to fill it crosses a firm redline.'
  if (verdict === 'unlikely' && walkers.length === 0)
    return 'No single party kills it; together they hardly all accept.'
  if (walkers.length > 0)
    return `${listed(walkers.map(({ party }) => nameOf(source, party)))} would probably walk.`
  return `No required party would probably walk${joint.p < 1 ? '' : '; every draw has all of them accepting'}.`
}

function whyLines(
  source: Case,
  { walkers, parties, required }: ProposalResult,
  language: string | undefined
): string {
  const walking = walkers.map(
    (walker) => `${nameOf(source, walker.party, language)} ${walkerWords(walker)}`
  )
  const others = required.filter((party) => !walkers.some((walker) => walker.party === party))
  const crossing = others.flatMap((party) =>
    (parties.get(party)?.crossed ?? []).map(
      ({ redline, firmness }) =>
        `${redlineId(redline)} is crossed, firmness ${firmness.central.toFixed(2)} (${redline.source ?? ''})`
    )
  )
  const kept = required.flatMap((party) => keptRedlines(source, party, parties.get(party)))
  const untested = required.flatMap((party) =>
    (parties.get(party)?.untestable ?? []).map(redlineId)
  )
  return [
    ...walking,
    ...crossing,
    ...(untested.length > 0 ? [`not to be tested on a text: ${untested.join(', ')}`] : []),
    ...(kept.length > 0 ? [`kept: ${kept.join(', ')}`] : [])
  ].join('\n')
}

function keptRedlines(
  source: Case,
  party: string,
  result: PartyResult | undefined
): readonly string[] {
  const redlines = source.stances.get(party)?.redlines ?? []
  const crossed = new Set(result?.crossed.map(({ redline }) => redline))
  return redlines
    .filter((redline) => redline.form !== 'conduct' && !crossed.has(redline))
    .map(redlineId)
}

function walkerWords(walker: Walker): string {
  const verb = walker.verdict === 'dead-on-arrival' ? 'walks' : 'would probably walk'
  const grounds = [walker, ...walker.grounds].map(groundWords)
  return `${verb}: ${grounds.join('; ')}`
}

function groundWords(ground: Ground): string {
  const cited = ground.sources.length > 0 ? ` (${ground.sources.join(', ')})` : ''
  if (ground.over === 'redline') {
    const { redline } = ground
    const says = redline.says ? `, "${textIn(redline.says)}"` : ''
    const { since } = redline
    return `redline ${redlineId(redline)}${says}${since ? `, held since ${since}` : ''}, firmness ${ground.chance.toFixed(2)}${cited}`
  }
  if (ground.over === 'no-deal')
    return `better off without a deal in ${chance(ground.chance)} of the draws${cited}`
  return `the ${ground.body.id} would refuse with chance ${chance(ground.chance)}${cited}`
}

function jointLine({ joint, required }: ProposalResult, dependence: string): string {
  if (required.length === 0) return "nobody's consent is required"
  const other =
    dependence === 'party'
      ? `${chance(joint.apart)} if each judgement errs by itself`
      : `${chance(joint.together)} if each party's judgements err together`
  return `${chance(joint.p)} ± ${joint.standardError > 0 && joint.standardError < 0.0005 ? '<0.001' : joint.standardError.toFixed(3)}; ${other}; between ${chance(joint.bounds[0])} and ${chance(joint.bounds[1])} however the parties' answers hang together`
}

/** Beside acceptance: whether anybody would leave the outcome once it is there. */
function holdLine({ holds }: ProposalResult): string {
  if (!holds) return ''
  if (holds.concepts === null)
    return `state ${holds.state}: the graph is large; ask truce solve stability`
  if (holds.concepts.length === 0)
    return `state ${holds.state} is no equilibrium under any concept: somebody gains by leaving it`
  return `state ${holds.state} is an equilibrium under ${listed(holds.concepts.map((concept) => CONCEPT_NAMES[concept] ?? concept))}; truce solve stability says why`
}

const CONCEPT_NAMES: Readonly<Record<string, string>> = {
  nash: 'Nash',
  gmr: 'GMR',
  smr: 'SMR',
  seq: 'SEQ',
  sseq: 'SSEQ',
  sim: 'SIM'
}

function openLine({ open }: ProposalResult): string {
  if (!open) return ''
  const crossing = [...open.crosses]
    .filter(([, some]) => some === 'some')
    .map(([one]) => redlineId(one))
  return [
    `${open.issues.join(', ')}; judged at the best way to fill them`,
    `best: ${termsInWords(open.best.terms)}: ${verdictWord(open.best.verdict)}, ${chance(open.best.joint.p)}`,
    `worst: ${termsInWords(open.worst.terms)}: ${verdictWord(open.worst.verdict)}, ${chance(open.worst.joint.p)}`,
    ...(crossing.length > 0 ? [`some ways to fill them cross ${crossing.join(', ')}`] : []),
    ...(open.exact
      ? []
      : ['the search was stopped by its limit: these are the best and worst found'])
  ].join('\n')
}

function pollLines(source: Case, { parties, required }: ProposalResult): string {
  const judged = required
    .flatMap((party) => parties.get(party) ?? [])
    .filter(({ ratified }) => ratified.bodies.length > 0)
  const lines = judged.flatMap(({ party, ratified }) => [
    ...ratified.bodies.map((body) => bodyWords(nameOf(source, party), body)),
    ...(ratified.polls.size > 1
      ? [...ratified.polls].map(
          ([poll, row]) =>
            `under ${poll} alone the joint chance is ${chance(row.joint)}: ${verdictWord(row.verdict)}`
        )
      : [])
  ])
  const [first] = judged
  return [
    ...lines,
    ...(first
      ? [
          `without any ratification it is ${chance(first.ratified.without.joint)}: ${verdictWord(first.ratified.without.verdict)}`
        ]
      : [])
  ].join('\n')
}

function bodyWords(
  name: string,
  { body, assessed, p, share, sigma, threshold, margin }: PartyResult['ratified']['bodies'][number]
): string {
  if (!assessed) return `${name}, ${body.id}: not assessed, no poll speaks to this package`
  const against = `share ${chance(share ?? 0)} against ${chance(threshold)}`
  if (sigma === null || margin === null)
    return `${name}, ${body.id}: accepts with chance ${chance(p)} (${against}; the share is assumed, no poll speaks)`
  return `${name}, ${body.id}: accepts with chance ${chance(p)} (${against}, standard error ${sigma.toFixed(3)}, so ${margin.toFixed(2)} standard errors)`
}

const SHOWN = { hinges: 6, repairs: 4 }

function hingeLines({ hangsOn, verdict }: ProposalResult): string {
  const judged = hangsOn.filter(({ kind }) => kind !== 'poll')
  if (judged.length === 0) {
    const polls = hangsOn.length > 0 ? ', other than how ratification is read (polls, above)' : ''
    return verdict === 'dead-on-arrival'
      ? `no single judgement${polls}: at either end of every range it stays dead on arrival`
      : `no single judgement${polls}: at either end of every range the verdict stands`
  }
  const lines = judged
    .slice(0, SHOWN.hinges)
    .map(
      ({ key, set, verdict: other, p }) =>
        `${key.replace(/^stances\./, '')} at ${set}: ${verdictWord(other)} (${chance(p)})`
    )
  return [
    ...lines,
    ...(judged.length > SHOWN.hinges ? [`and ${judged.length - SHOWN.hinges} more`] : [])
  ].join('\n')
}

function repairLines(source: Case, { repairs, verdict }: ProposalResult): string {
  const { list: found, total, complete, binding } = repairs
  if (found.length === 0)
    return verdict === 'robust'
      ? ''
      : `no repair of three terms or fewer; in the way: ${binding ?? 'nothing that a term could change'}`
  const lines = found.slice(0, SHOWN.repairs).map((repair) => {
    const pays = [...repair.pays]
      .filter(([, change]) => Math.abs(change) >= 0.5)
      .sort((a, b) => a[1] - b[1])
      .map(([party, change]) => `${nameOf(source, party)} ${points(change)}`)
    const bluff =
      repair.forcedBy && repair.ifHalfAsFirm !== null
        ? `; were ${repair.forcedBy} half as firm, the proposal as it stands would have ${chance(repair.ifHalfAsFirm)}`
        : ''
    const hollow = repair.hollow ? `; hollow: it becomes ${repair.becomes}` : ''
    const unpolled =
      repair.unpolled.length > 0
        ? `; no poll speaks to it: the share in ${listed(repair.unpolled.map((party) => nameOf(source, party)))} is assumed`
        : ''
    return `${termsInWords(repair.changes)}: ${verdictWord(repair.verdict)}, ${chance(repair.joint.p)}; ${pays.length > 0 ? `points: ${pays.join(', ')}` : 'nobody pays'}${bluff}${unpolled}${hollow}`
  })
  const more =
    total > SHOWN.repairs
      ? [`${complete ? '' : 'at least '}${total} repairs in all`]
      : complete
        ? []
        : ['the search was stopped by its limit']
  return [...lines, ...more].join('\n')
}

function partyTable(source: Case, { parties, required }: ProposalResult): readonly Block[] {
  const speaking = [...parties.values()].filter(
    ({ party, gain, crossed }) => required.includes(party) || gain || crossed.length > 0
  )
  const rows = speaking.map((result) => [
    `${nameOf(source, result.party)}${required.includes(result.party) ? '' : ' *'}`,
    chance(result.accepts.p),
    ...(result.gain
      ? [
          result.gain.noDeal.toFixed(0),
          points(result.gain.central),
          `${points(result.gain.low)}..${points(result.gain.high)}`,
          result.gain.guarantee,
          result.gain.radius.toFixed(2)
        ]
      : ['-', '-', '-', '-', '-']),
    String(result.crossed.length)
  ])
  const head = table(
    ['party', 'accepts', 'no deal', 'gain', 'worst..best', 'positive', 'radius', 'crossed'],
    rows
  )
  return speaking.every(({ party }) => required.includes(party))
    ? [head]
    : [head, paragraph('* consent not required by this package')]
}

function bibliography(source: Case, language: string | undefined): readonly Block[] {
  const entries = [...source.sources.values()].map(({ id, title, author, date, url, kind }) =>
    [
      `[${id}]`,
      author ? `${textIn(author, language)}:` : '',
      `${textIn(title, language)}.`,
      date ?? '',
      `(${kind})`,
      url ?? ''
    ]
      .filter((part) => part !== '')
      .join(' ')
  )
  return [heading(2, 'Sources'), list(entries)]
}
