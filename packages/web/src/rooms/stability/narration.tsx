import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CaseView } from '../../state/workbench.ts'
import { hueOf } from '../../ui/parties.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import type { Concept, Standing, Witness, Witnesses } from './document.ts'
import { standsUnder } from './document.ts'
import type { Explanation } from './explain.ts'
import { InverseSearch } from './inverse.tsx'
import classes from './room.module.css'
import type { About, Words } from './words.ts'
import { answerSteps, routeSentence, steps, toldWitness } from './words.ts'

/** The heading of what is told: where a choice made elsewhere on the page leads. */
const TOLD = 'stability-told'

/** Goes to what is told of the state just chosen. */
export const goToNarration = (): void => document.getElementById(TOLD)?.focus()

/** What is told of a state. */
export interface NarrationProps {
  readonly about: About
  readonly words: Words
  readonly view: CaseView
  readonly standing: Standing
  readonly state: string
  readonly concept: Concept | 'any'
  readonly party: string | undefined
  readonly explanation: Explanation | undefined
  readonly onSelect: (state: string) => void
}

/**
 * One state in words: what it is, why each party stays or leaves, the way there, and what would
 * make it hold.
 */
export function Narration(props: NarrationProps): ReactNode {
  const { about, words, view, standing, state, explanation } = props
  const { t } = about
  const taken = words.taken(state)
  return (
    <section
      aria-label={t('stability.why.title', { state: words.state(state) })}
      className={classes.narration}
    >
      <h3 id={TOLD} tabIndex={-1} className={classes.heading}>
        {t('stability.why.title', { state: words.state(state) })}
      </h3>
      {taken.length > 0 ? (
        <ul className={classes.taken}>
          {taken.map(({ party, moves }) => (
            <li key={party}>
              {t('stability.why.taken', {
                party: words.party(party),
                moves:
                  moves.length > 0
                    ? words.list(moves.map((text) => words.said.say('quoted', { text })))
                    : t('stability.why.none')
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {explanation ? (
        <Parties {...props} witnesses={explanation.witnesses} />
      ) : (
        <p role="status">{t('stability.why.working')}</p>
      )}
      {explanation ? <Way {...props} explanation={explanation} /> : null}
      {isEverywhere(standing, state) ? null : (
        <InverseSearch about={about} words={words} view={view} state={state} />
      )}
    </section>
  )
}

/** Does a state hold in every sense? Then nothing has to change for it. */
const isEverywhere = ({ all, defined }: Standing, state: string): boolean =>
  all.get(state)?.length === defined.length

function Parties(props: NarrationProps & { readonly witnesses: Witnesses }): ReactNode {
  const { about, words, standing, state, concept, party: asked, witnesses } = props
  const parties = asked === undefined ? Object.keys(witnesses) : [asked]
  return parties.map((party) => {
    const told = toldWitness(witnesses[party] ?? {}, concept)
    if (!told) return null
    const { witness } = told
    const hue = hueOf(about.source, party)
    return (
      <div key={party} className={classes.party} style={{ borderInlineStartColor: hue.color }}>
        <h4 className={classes.who}>
          <PartyMark party={party} />{' '}
          <Verdict
            about={about}
            words={words}
            told={told}
            every={agreed(standing, witnesses[party])}
          />
        </h4>
        <Steps lines={steps(words, witness, { party, state })} />
        <Divided
          about={about}
          words={words}
          stays={standsUnder(standing, state, party)}
          standing={standing}
        />
        <Others words={words} witness={witness} />
      </div>
    )
  })
}

/** Do all concepts that are defined say the same of a party? */
function agreed({ defined }: Standing, witnesses: Witnesses[string] = {}): boolean {
  return new Set(defined.map((concept) => witnesses[concept]?.stable)).size === 1
}

interface VerdictProps {
  readonly about: About
  readonly words: Words
  readonly told: NonNullable<ReturnType<typeof toldWitness>>
  readonly every: boolean
}

function Verdict({ about, words, told, every }: VerdictProps): ReactNode {
  const { t } = about
  return (
    <>
      <strong>{t(told.witness.stable ? 'stability.why.stays' : 'stability.why.goes')}</strong>{' '}
      <Quiet>
        {every
          ? t('stability.why.every')
          : t('stability.why.under', { concept: words.concept(told.concept) })}
      </Quiet>
    </>
  )
}

/** Where the concepts do not agree, which say what. */
function Divided({
  about,
  words,
  stays,
  standing
}: {
  readonly about: About
  readonly words: Words
  readonly stays: readonly Concept[]
  readonly standing: Standing
}): ReactNode {
  const leaves = standing.defined.filter((concept) => !stays.includes(concept))
  if (stays.length === 0 || leaves.length === 0) return null
  const named = (concepts: readonly Concept[]): string => words.list(concepts.map(words.concept))
  return (
    <Quiet as="p">
      {about.t('stability.why.both', { stays: named(stays), leaves: named(leaves) })}
    </Quiet>
  )
}

function Others({
  words,
  witness
}: Pick<NarrationProps, 'words'> & { readonly witness: Witness }): ReactNode {
  if (!witness.stable || witness.because !== 'sanctioned' || witness.answers.length < 2) return null
  const n = witness.answers.length - 1
  return (
    <details>
      <summary>{words.said.say('witness.others', { n })}</summary>
      {witness.answers.slice(1).map((answer) => (
        <Steps key={answer.improvement[2]} lines={answerSteps(words, answer)} />
      ))}
    </details>
  )
}

function Steps({ lines }: { readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 1) return <p className={classes.step}>{lines[0]}</p>
  return (
    <ol className={classes.steps}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  )
}

function Way({
  about,
  words,
  explanation,
  onSelect
}: NarrationProps & { readonly explanation: Explanation }): ReactNode {
  const { t, document } = about
  if (!document.statusQuo) return null
  const { route } = explanation
  return (
    <div>
      <h4 className={classes.who}>{t('stability.path.title')}</h4>
      <p className={classes.step}>
        {!route
          ? words.said.say('route.none', { state: words.state(document.statusQuo.state) })
          : route.path.length === 0
            ? t('stability.path.here')
            : routeSentence(words, route)}
      </p>
      {route && route.path.length > 0 ? (
        <ol className={classes.steps}>
          {route.path.map((step) => (
            <li key={step.join(' ')}>
              {words.deed(step)}{' '}
              <Button variant="subtle" size="compact-sm" onClick={() => onSelect(step[2])}>
                {words.state(step[2])}
              </Button>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}
