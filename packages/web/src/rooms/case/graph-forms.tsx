import { useMessages } from '../../messages/index.ts'
import { useGround } from '../../ui/ground.ts'
import { Add } from './forms/add.tsx'
import { EntryTools } from './forms/entry-tools.tsx'

/**
 * What the graph grows by: moves of each party, states that have a name, what cannot be, and what
 * each party would rather see.
 */
export function GraphForms() {
  const t = useMessages()
  const names = useGround()
  const { parties, graph } = names.source
  if (graph?.nodes) return null
  const movers = new Set(graph?.moves.map(({ party }) => party))
  const hasMoves = movers.size > 0
  return (
    <>
      {[...parties.values()].map(({ id, name }) => (
        <Add key={id} form="move" to={`graph/moves/${id}`} of={names.text(name)} shown />
      ))}
      {hasMoves && <Add form="state" to="graph/states" />}
      {hasMoves && <Add form="infeasible" to="graph/infeasible" />}
      {graph && graph.states.length > 0 && graph.statusQuo === undefined && (
        <Add form="statusQuo" to="graph/status-quo" />
      )}
      {graph?.statusQuo !== undefined && (
        <p>
          {t('case.graph.statusQuo', { state: graph.statusQuo.replaceAll('-', ' ') })}{' '}
          <EntryTools form="statusQuo" at="graph/status-quo" title="" />
        </p>
      )}
      {[...movers].map((id) =>
        graph?.preferences.has(id) ? (
          <p key={id}>
            {t('case.graph.preferences', { party: names.party(id) })}{' '}
            <EntryTools form="preferences" at={`graph/preferences/${id}`} title={names.party(id)} />
          </p>
        ) : (
          <Add
            key={id}
            form="preferences"
            to={`graph/preferences/${id}`}
            of={names.party(id)}
            shown
          />
        )
      )}
    </>
  )
}
