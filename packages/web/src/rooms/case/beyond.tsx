import { Button } from '@mantine/core'
import type { Graph } from '@truce/core'
import type { Text } from '@truce/core/model'
import { judgementsIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { useGround } from '../../ui/ground.ts'
import { PlaceLink } from '../../ui/place-link.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import sheet from './case.module.css'
import type { ProcessPart } from './contents.ts'
import { processParts } from './contents.ts'
import { FigureMark } from './figure-mark.tsx'
import { EntryTools } from './forms/entry-tools.tsx'
import { Judged } from './judged.tsx'
import { SourceMark } from './source-note.tsx'
import { conditionWords } from './wording.ts'

/** Who can do what; the analysis itself has a room of its own. */
export function GraphPart() {
  const t = useMessages()
  const { go } = useWorkbench()
  const { graph } = useGround().source
  if (!graph) return null
  return (
    <>
      <Moves graph={graph} />
      <States graph={graph} />
      <Button
        className="no-print"
        size="compact-sm"
        variant="subtle"
        onClick={() => go('stability')}
      >
        {t('case.graph.room')}
      </Button>
    </>
  )
}

/** The states that have a name, which of them is today's, and what cannot be. */
function States({ graph }: { readonly graph: Graph }) {
  const t = useMessages()
  const names = useGround()
  const { states, infeasible, statusQuo } = graph
  return (
    <ul className={sheet.rows}>
      {states.map(({ id, at, where, node, means }) => (
        <li key={id} id={at} className={sheet.block}>
          <b>{id.replaceAll('-', ' ')}</b>{' '}
          {id === statusQuo && <Quiet>{t('case.graph.today')} </Quiet>}
          {means !== undefined && (
            <Quiet>{means === 'no-deal' ? t('forms.means.noDeal') : names.proposal(means)}</Quiet>
          )}
          {node === undefined && <p>{conditionWords(where, names, t)}</p>}
          <EntryTools form="state" at={at} title={id.replaceAll('-', ' ')} />
        </li>
      ))}
      {infeasible.map((pattern, index) => {
        const words = conditionWords(pattern, names, t)
        return (
          <li key={words} className={sheet.block}>
            <p>{t('case.graph.cannot', { condition: words })}</p>
            <EntryTools form="infeasible" at={`graph/infeasible/${index}`} title={words} />
          </li>
        )
      })}
    </ul>
  )
}

function Moves({ graph }: { readonly graph: Graph }) {
  const t = useMessages()
  const names = useGround()
  const movers = [...new Set(graph.moves.map(({ party }) => party))]
  return movers.map((party) => (
    <div key={party} className={sheet.block}>
      <b>{names.party(party)}</b>
      <ul className={sheet.options}>
        {graph.moves
          .filter((move) => move.party === party)
          .map(({ id, at, title, direction, sets }) => (
            <li key={id} id={at}>
              {names.text(title)}{' '}
              <Quiet>
                {direction !== 'both' && t(`case.graph.${direction}`)}{' '}
                {sets.size > 0 &&
                  t('case.graph.sets', {
                    options: [...sets]
                      .map(([issue, option]) => names.option(issue, option))
                      .join(', ')
                  })}
              </Quiet>{' '}
              <EntryTools
                form="move"
                at={at}
                title={`${names.text(title)} (${names.party(party)})`}
              />
            </li>
          ))}
      </ul>
    </div>
  ))
}

/** How a settlement would be reached and kept, kind by kind. */
export function ProcessSection() {
  const t = useMessages()
  const { source } = useGround()
  return processParts(source).map(({ kind, entries }) => (
    <div key={kind}>
      <h3>{t(`case.process.${kind}`)}</h3>
      <ul className={sheet.rows}>
        {entries.map((entry) => (
          <ProcessRow key={entry.at} entry={entry} />
        ))}
      </ul>
    </div>
  ))
}

function ProcessRow({
  entry: { at, id, entry }
}: {
  readonly entry: ProcessPart['entries'][number]
}) {
  const t = useMessages()
  const names = useGround()
  const { title, because, source, text, of } = entry as Readonly<Record<string, Text | undefined>>
  const name = title ?? text ?? of ?? id.replaceAll('-', ' ')
  const numbers = judgementsIn(entry)
  return (
    <li id={at} className={sheet.block}>
      <p>
        {names.text(name)}{' '}
        <PlaceLink bare to={at}>
          {t('case.evidence.show')}
        </PlaceLink>
      </p>
      {numbers.map((judgement) => {
        const label = judgement.at.slice(at.length + 1).replaceAll('/', ' · ')
        return (
          <div key={judgement.at} className={sheet.row}>
            <span>{label}</span>
            <Judged judgement={judgement} label={`${names.text(name)}: ${label}`} />
          </div>
        )
      })}
      <p className={sheet.because}>
        {typeof source === 'string' &&
          (numbers.length > 0 ? (
            <FigureMark evidence={numbers[0] ?? {}} />
          ) : (
            <SourceMark id={source} />
          ))}{' '}
        {because !== undefined && names.text(because)}
      </p>
    </li>
  )
}
