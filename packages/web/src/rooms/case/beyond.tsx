import { Button } from '@mantine/core'
import type { Graph } from '@truce/core'
import { useMessages } from '../../messages/index.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import { useGround } from '../../ui/ground.ts'
import { Quiet } from '../../ui/quiet.tsx'
import sheet from './case.module.css'
import { EntryTools } from './forms/entry-tools.tsx'
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
