// The answer that the start page shows before anything is opened: that of the first case, from its
// expected document, so that the picture says what the tool says.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCase } from '@truce/core/case'
import { textIn } from '@truce/core/model'
import type { CheckDocument } from '@truce/core/report'
import { count, inPercent, words } from '@truce/core/report/words'
import type { Verdict } from '@truce/core/worth'
import { isWorse } from '@truce/core/worth'
import { loadCase } from '@truce/host'

/** The case by its place under cases/. */
const FIRST = 'ukraine/2024-maitra'

/** Where the page reads it. */
export const FIRST_ANSWER = 'packages/web/src/library/first-answer.json'

type Judged = readonly [id: string, proposal: CheckDocument['proposals'][string]]

/** The answer on the first case's proposal nearest to agreement. Works from the root of the repository. */
export async function firstAnswer(): Promise<string> {
  const folder = join('cases', FIRST)
  const { case: source } = readCase((await loadCase(folder)).files)
  const text = await readFile(join(folder, 'expected', 'check.json'), 'utf8')
  const { proposals, readings }: CheckDocument = JSON.parse(text)
  const [nearest] = Object.entries(proposals).sort(byNearness)
  if (!source || !nearest) throw new Error(`${folder} has no answer to show`)
  const [id, { verdict, joint, required, parties, readings: read }] = nearest
  const title = source.proposals.find((one) => one.id === id)?.title ?? id
  const spread = { least: read?.least ?? joint.p, greatest: read?.greatest ?? joint.p }
  const share = read?.verdicts.find((one) => one.verdict === verdict)?.share ?? 1
  const n = readings?.judged ?? 1
  const answer = {
    case: FIRST,
    title: textIn(source.title),
    proposal: textIn(title),
    verdict,
    p: joint.p,
    ...spread,
    // Every language of the page: it does not compile with one that is missing here.
    said: { en: saidIn('en', { verdict, ...spread, share, n }) },
    parties: [...source.parties].flatMap(([party, { name }], place) =>
      required.includes(party)
        ? [{ name: textIn(name), place, accepts: parties[party]?.accepts.p ?? 0 }]
        : []
    )
  }
  return `${JSON.stringify(answer, undefined, 2)}\n`
}

interface Told {
  readonly verdict: Verdict
  readonly least: number
  readonly greatest: number
  readonly share: number
  readonly n: number
}

/** What the picture says of it: made here, since the sentences of all reports weigh too much for a first view. */
function saidIn(language: string, { verdict, least, greatest, share, n }: Told): object {
  const { say } = words(language)
  return {
    verdict: say(`verdict.${verdict}`),
    readings: say('readings.short', {
      least: inPercent(least),
      greatest: inPercent(greatest),
      share: inPercent(share),
      n: count(n)
    })
  }
}

const byNearness = ([, a]: Judged, [, b]: Judged): number => {
  if (a.verdict !== b.verdict) return isWorse(a.verdict, b.verdict) ? 1 : -1
  return b.joint.p - a.joint.p
}
