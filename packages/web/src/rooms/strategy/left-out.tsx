import type { ReactNode } from 'react'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { StrategyDocument } from './documents.ts'
import classes from './strategy.module.css'

/** What the room would show too if the case said something of it, in one place. */
export function LeftOut({ document }: { readonly document: StrategyDocument }): ReactNode {
  const { said } = useWords()
  const parts = lacking(document)
  return parts.length === 0 ? null : (
    <div className={classes['section']}>
      {parts.map((part) => (
        <Quiet as="p" key={part}>
          {said.say(`strategy.lacks.${part}`)}
        </Quiet>
      ))}
    </div>
  )
}

const PARTS = ['incentives', 'neutrality', 'electorates', 'overtures', 'trust'] as const

/** The parts that a case says nothing of; Kahn's ladder stands for one of its own. */
function lacking(document: StrategyDocument): readonly ((typeof PARTS)[number] | 'ladder')[] {
  const climbs = document.escalation !== null || document.kahn.length > 0
  return [
    ...PARTS.filter((part) => document[part] === null),
    ...(climbs ? [] : (['ladder'] as const))
  ]
}
