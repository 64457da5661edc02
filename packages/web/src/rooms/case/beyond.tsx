import { Button } from '@mantine/core'
import type { Graph } from '@truce/core'
import { textIn } from '@truce/core/model'
import { useMessages } from '../../messages/index.ts'
import sheet from './case.module.css'
import type { ProcessPart } from './contents.ts'
import { processParts } from './contents.ts'
import { Judged } from './judged.tsx'
import { judgementsBelow } from './judgements.ts'
import { useRoom } from './room.ts'
import { SourceMark } from './source-note.tsx'
import { optionTitle, partyName } from './wording.ts'

/** Who can do what; the analysis itself has a room of its own. */
export function GraphPart() {
  const t = useMessages()
  const { source, workbench } = useRoom()
  const { graph } = source
  if (!graph) return null
  return (
    <>
      <Moves graph={graph} />
      {graph.states.length > 0 && (
        <p className={sheet.quiet}>
          {t('case.graph.states', {
            names: graph.states.map(({ id }) => id.replaceAll('-', ' ')).join(', ')
          })}
        </p>
      )}
      <Button
        className="no-print"
        size="compact-sm"
        variant="subtle"
        onClick={() => workbench.go('stability')}
      >
        {t('case.graph.room')}
      </Button>
    </>
  )
}

function Moves({ graph }: { readonly graph: Graph }) {
  const t = useMessages()
  const { source } = useRoom()
  const movers = [...new Set(graph.moves.map(({ party }) => party))]
  return movers.map((party) => (
    <div key={party} className={sheet.block}>
      <b>{partyName(source, party)}</b>
      <ul className={sheet.options}>
        {graph.moves
          .filter((move) => move.party === party)
          .map(({ id, at, title, direction, sets }) => (
            <li key={id} id={at}>
              {textIn(title)}{' '}
              <span className={sheet.quiet}>
                {direction !== 'both' && t(`case.graph.${direction}`)}{' '}
                {sets.size > 0 &&
                  t('case.graph.sets', {
                    options: [...sets]
                      .map(([issue, option]) => optionTitle(source, issue, option))
                      .join(', ')
                  })}
              </span>
            </li>
          ))}
      </ul>
    </div>
  ))
}

/** How a settlement would be reached and kept, kind by kind. */
export function ProcessSection() {
  const t = useMessages()
  const { source } = useRoom()
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
  const { showText } = useRoom()
  const { title, because, source, text, of } = entry as Readonly<
    Record<string, Parameters<typeof textIn>[0] | undefined>
  >
  const name = title ?? text ?? of ?? id.replaceAll('-', ' ')
  const numbers = judgementsBelow(entry)
  return (
    <li id={at} className={sheet.block}>
      <p>
        {textIn(name)}{' '}
        <button type="button" className={`${sheet.change} no-print`} onClick={() => showText(at)}>
          {t('case.evidence.show')}
        </button>
      </p>
      {numbers.map((judgement) => {
        const label = judgement.at.slice(at.length + 1).replaceAll('/', ' · ')
        return (
          <div key={judgement.at} className={sheet.row}>
            <span>{label}</span>
            <Judged judgement={judgement} label={`${textIn(name)}: ${label}`} />
          </div>
        )
      })}
      <p className={sheet.because}>
        {typeof source === 'string' && <SourceMark id={source} />}{' '}
        {because !== undefined && textIn(because)}
      </p>
    </li>
  )
}
