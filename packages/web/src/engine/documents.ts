import type { Reading } from '@truce/core/case'
import { check, DEFAULTS } from '@truce/core/check'
import { bargain } from '@truce/core/deals'
import { nearest, sorted } from '@truce/core/diagnostic'
import type { Case } from '@truce/core/model'
import { withRanges } from '@truce/core/model'
import { checkJson, findingsJson, renderMarkdown } from '@truce/core/report'
import { bargainingJson } from '@truce/core/report/bargaining'
import { graphFindings, stabilityJson } from '@truce/core/report/stability'
import { placesIn, studyJson } from '@truce/core/report/study'
import { analyse, CONCEPTS, compile } from '@truce/core/stability'
import type { StudyPart, StudySettings } from '@truce/core/study'
import { CHUNK, mergeParts, STUDY_DEFAULTS, studyPart } from '@truce/core/study'
import { rangesOf } from './drafts.ts'
import type { Questions } from './protocol.ts'
import { withDrafts } from './with-drafts.ts'

/** A sound case with the way back into its text, and its hash. */
export interface Sound {
  readonly source: Case
  readonly reading: Reading
  readonly hash: string
}

/** The document of `truce check --format json`. */
export function checkDocument(
  { source, reading, hash }: Sound,
  { draws }: Questions['check']['ask']
): object {
  const result = check(source, { draws, spanOf: reading.spanOf })
  const findings = sorted([...reading.diagnostics, ...result.findings])
  return checkJson(source, result, { hash, findings: findingsJson(findings, reading.files) })
}

/**
 * The document of `truce solve bargaining --format json`. Rejects where the issues hang together
 * too closely for a browser.
 */
export async function bargainingDocument(
  { source, reading, hash }: Sound,
  { parties, respectRedlines, overrides = {}, drafts = [] }: Questions['bargaining']['ask']
): Promise<object> {
  const laid = withDrafts(withRanges(source, rangesOf(overrides)), drafts)
  const about = await bargain(laid, { respectRedlines, ...(parties ? { parties } : {}) })
  return bargainingJson(about, { hash, findings: findingsJson(reading.diagnostics, reading.files) })
}

/** The document of `truce solve stability --format json`. */
export function stabilityDocument(
  { source, reading, hash }: Sound,
  { inverse, from }: Questions['stability']['ask']
): object {
  const { graph } = source
  if (!graph) throw new Error('the case has no graph: say who can do what under `graph:`')
  const compiled = compile(source, graph)
  const findings = sorted([...reading.diagnostics, ...graphFindings(source, reading.spanOf)])
  const error = findings.find(({ severity }) => severity === 'error')
  if (!compiled.conflict || error) throw new Error(error?.message ?? 'the graph has errors')
  const stateOf = (name: string): number => {
    const found = compiled.named.find(({ id }) => id === name)?.state ?? compiled.space.find(name)
    if (found !== undefined) return found
    const near = nearest(
      name,
      compiled.named.map(({ id }) => id)
    )
    throw new Error(`the graph has no state ${name}${near ? `; did you mean ${near}?` : ''}`)
  }
  const result = analyse(compiled, {
    concepts: CONCEPTS,
    strict: false,
    coalitions: false,
    gain: 'strong',
    ...(from === undefined ? {} : { from: stateOf(from) }),
    ...(inverse === undefined ? {} : { inverse: stateOf(inverse) })
  })
  return stabilityJson({ source, compiled }, result, {
    hash,
    findings: findingsJson(findings, reading.files)
  })
}

/** The briefing of `truce report`, as Markdown or a page of its own. */
export async function reportText(
  { source, reading, hash }: Sound,
  { format }: Questions['report']['ask']
): Promise<{ readonly text: string }> {
  const { briefing, materialOf, renderHtml } = await import('@truce/core/report/briefing')
  const { files, spanOf } = reading
  const { draws, seed } = DEFAULTS
  const blocks = briefing(await materialOf({ case: source, files, spanOf, hash }, { draws, seed }))
  return { text: format === 'html' ? renderHtml(blocks) : renderMarkdown(blocks) }
}

/**
 * How a long computation tells how far it is, and lets others go first; `pause` rejects when it is
 * no longer wanted.
 */
export interface Patience {
  readonly progress: (share: number) => void
  readonly pause: () => Promise<void>
}

/** The document of `truce solve study --format json`, chunk by chunk with a pause between. */
export async function studyDocument(
  { source, reading, hash }: Sound,
  { draws, proposals }: Questions['study']['ask'],
  { progress, pause }: Patience
): Promise<object> {
  if (source.proposals.length === 0) throw new Error('the case has no proposal to study: add one')
  const settings: StudySettings = {
    ...STUDY_DEFAULTS,
    draws,
    ...(proposals ? { focus: proposals } : {})
  }
  const parts: StudyPart[] = []
  for (let from = 0; from < draws; from += CHUNK) {
    parts.push(studyPart(source, settings, { from, count: Math.min(CHUNK, draws - from) }))
    progress(Math.min(1, (from + CHUNK) / draws))
    await pause()
  }
  const study = mergeParts(source, settings, parts)
  const given = { hash, findings: findingsJson(reading.diagnostics, reading.files) }
  return studyJson({ source, place: placesIn(reading) }, { study, draws }, given)
}
