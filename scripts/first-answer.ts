// The answer that the start page shows before anything is opened: that of the first case, from its
// expected document, so that the picture says what the tool says.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCase } from '@truce/core/case'
import { textIn } from '@truce/core/model'
import type { CheckDocument } from '@truce/core/report'
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
  const answer = {
    case: FIRST,
    title: textIn(source.title),
    proposal: textIn(title),
    verdict,
    p: joint.p,
    least: read?.least ?? joint.p,
    greatest: read?.greatest ?? joint.p,
    share: read?.verdicts.find((one) => one.verdict === verdict)?.share ?? 1,
    readings: readings?.judged ?? 1,
    parties: [...source.parties].flatMap(([party, { name }], place) =>
      required.includes(party)
        ? [{ name: textIn(name), place, accepts: parties[party]?.accepts.p ?? 0 }]
        : []
    )
  }
  return `${JSON.stringify(answer, undefined, 2)}\n`
}

const byNearness = ([, a]: Judged, [, b]: Judged): number => {
  if (a.verdict !== b.verdict) return isWorse(a.verdict, b.verdict) ? 1 : -1
  return b.joint.p - a.joint.p
}
