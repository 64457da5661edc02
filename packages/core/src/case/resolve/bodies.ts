import { nearest } from '../../diagnostic/nearest.ts'
import type { Body, Effect, Issue, Support } from '../../model/case.ts'
import type { VetoChance, VetoPlayer } from '../../model/veto.ts'
import { unknownAnswer, unknownOption } from '../rules/reference.ts'
import type { StanceDocument } from '../schema/document.ts'
import type { Context } from './context.ts'
import { entries, evidenceOf, keyAt, present, sourced, valueAt } from './context.ts'
import { unique } from './unique.ts'

type BodiesDocument = StanceDocument['ratification']
type BodyDocument = NonNullable<NonNullable<BodiesDocument>[number]>

/** What ratifying bodies refer to. */
interface Around {
  readonly context: Context
  readonly issues: readonly Issue[]
}

/** The ratifying bodies of one stance. */
export function resolveBodies(bodies: BodiesDocument, at: string, around: Around): readonly Body[] {
  const list = entries(bodies, at)
  unique(
    list.map(({ item, at: place }) => ({ id: item.body, at: place })),
    around.context,
    'body'
  )
  return list.map(({ item, at: place }) => bodyOf(item, place, around))
}

function bodyOf(body: BodyDocument, at: string, around: Around): Body {
  const evidence = evidenceOf(body)
  const otherwise = body.otherwise && sourced(body.otherwise, evidence)
  return {
    id: body.body,
    threshold: sourced(body.threshold, evidence),
    support: supportOf(body, at, around),
    effects: effectsIn(body, at, around),
    vetoes: vetoesOf(body, at, around),
    at,
    ...present({ otherwise, title: body.title })
  }
}

function supportOf(body: BodyDocument, at: string, { context }: Around): readonly Support[] {
  return entries(body.support, `${at}/support`).map(({ item, at: place }): Support => {
    const answers = item.answers.filter((answer, index) =>
      isKnownAnswer(answer, { poll: item.poll, at: `${place}/answers/${index}` }, context)
    )
    return {
      poll: item.poll,
      answers,
      fit: item.fit ?? 'related',
      at: place,
      ...present({ when: item.when })
    }
  })
}

function isKnownAnswer(
  answer: string | undefined,
  { poll, at }: { readonly poll: string; readonly at: string },
  context: Context
): boolean {
  const known = context.names.answers.get(poll) ?? new Set()
  if (answer === undefined || known.has(answer)) return answer !== undefined
  context.report(unknownAnswer, valueAt(context, at), {
    poll,
    name: answer,
    near: nearest(answer, known) ?? '',
    known: [...known]
  })
  return false
}

function effectsIn(body: BodyDocument, at: string, { context, issues }: Around): readonly Effect[] {
  return Object.entries(body.effects ?? {}).flatMap(([id, effect]) => {
    const known = issues.find((issue) => issue.id === id)?.options.map((one) => one.id) ?? []
    const evidence = evidenceOf(effect, evidenceOf(body))
    return Object.entries(effect.points).flatMap(([option, points]): readonly Effect[] => {
      if (known.includes(option))
        return [{ issue: id, option, points: sourced(points, evidence), ...evidence }]
      const near = nearest(option, known) ?? ''
      const place = keyAt(context, `${at}/effects/${id}/points/${option}`)
      context.report(unknownOption, place, { issue: id, name: option, near, known })
      return []
    })
  })
}

function vetoesOf(body: BodyDocument, at: string, { context }: Around): readonly VetoPlayer[] {
  const list = entries(body.veto, `${at}/veto`)
  unique(
    list.map(({ item, at: place }) => ({ id: item.id, at: place })),
    context
  )
  return list.map(({ item, at: place }): VetoPlayer => {
    const evidence = evidenceOf(item, evidenceOf(body))
    const chances = entries(item.chance, `${place}/chance`).map(({ item: row, at: where }) => {
      const own = evidenceOf(row, evidence)
      return {
        // One number in each draw, so that who is likelier to veto is so before every package.
        chance: { ...sourced(row.chance, own), stream: streamOf(row.chance.key) },
        at: where,
        ...own,
        ...present({ when: row.when })
      } satisfies VetoChance
    })
    return { id: item.id, chances, at: place, ...evidence, ...present({ title: item.title }) }
  })
}

/** A row's key up to its veto player: `stances.p.ratification.senate.veto.army`. */
const streamOf = (key: string): string => key.split('.').slice(0, -3).join('.')
