import { Button } from '@mantine/core'
import { placedProblem } from '@truce/core/report/record'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import type { Cosigned, JudgedHead } from './cosign.ts'
import { cosignHere, judgedHead } from './cosign.ts'
import { Part } from './parts.tsx'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'

/** How many heads are listed. */
const MOST = 20

/** The signed heads of the record, who has cosigned each, and for whoever holds a key the way to. */
export function Heads(): ReactNode {
  const { t, view } = useRecord()
  const [heads, setHeads] = useState<readonly JudgedHead[]>()
  const [turn, setTurn] = useState(0)
  const { desk, fold, head } = view
  const newest = head.checkpoint?.note
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again where there is a newer note, or one was cosigned here
  useEffect(() => {
    let gone = false
    desk.api
      .heads()
      .then((all) => Promise.all(all.slice(-MOST).map((one) => judgedHead(fold, one))))
      .then(
        (judged) => gone || setHeads(judged.toReversed()),
        () => undefined
      )
    return () => {
      gone = true
    }
  }, [desk, newest, turn])
  return (
    <Part title={t('record.heads.title')} count={heads?.length ?? 0}>
      <Quiet as="p">{t('record.heads.about')}</Quiet>
      <Cosign onDone={() => setTurn(turn + 1)} />
      {heads?.length === 0 ? <Quiet as="p">{t('record.heads.none')}</Quiet> : null}
      <ul className={classes['list']}>
        {(heads ?? []).map((one) => (
          <HeadTold key={one.size} head={one} />
        ))}
      </ul>
    </Part>
  )
}

function HeadTold({ head: { size, fits, by } }: { readonly head: JudgedHead }): ReactNode {
  const { t, time } = useRecord()
  return (
    <li>
      {t('record.heads.over', { n: size })}{' '}
      {fits ? null : <span className={classes['overdue']}>{t('record.heads.not-these')}</span>}
      {by.length === 0 ? <Quiet>{t('record.heads.nobody')}</Quiet> : t('record.heads.by')}{' '}
      {by.map(({ party, key, time: at }, place) => (
        <span key={key}>
          {place === 0 ? '' : ', '}
          <PartyMark party={party} /> <Quiet>{time(at * 1000)}</Quiet>
        </span>
      ))}
    </li>
  )
}

function Cosign({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t, view, writer, party, said } = useRecord()
  const [share, setShare] = useState<number>()
  const [came, setCame] = useState<Cosigned>()
  const [failed, setFailed] = useState<string>()
  if (writer.key === undefined) return <Quiet as="p">{t('record.cosign.no-key')}</Quiet>
  const cosign = async (): Promise<void> => {
    setShare(0)
    setFailed(undefined)
    try {
      setCame(await cosignHere(view.desk, writer, setShare))
      await view.desk.refresh()
      onDone()
    } catch (error) {
      setFailed(messageOf(error))
    }
    setShare(undefined)
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        disabled={share !== undefined}
        onClick={() => void cosign()}
      >
        {t('record.cosign.go', { party: party(writer.party) })}
      </Button>
      <div role="status">
        {share === undefined ? null : (
          <Quiet as="p">{t('record.verify.working', { share: Math.round(100 * share) })}</Quiet>
        )}
        {came?.done ? t('record.cosign.done', { n: came.size }) : null}
      </div>
      {came && !came.done ? (
        <div role="alert">
          <p className={classes['overdue']}>{t('record.cosign.refused')}</p>
          <ul className={classes['problems']}>
            {came.verified.problems.slice(0, MOST).map((problem, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they stand in one order and may be alike
              <li key={place}>{placedProblem(said, problem)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {failed === undefined ? null : <p role="alert">{failed}</p>}
    </>
  )
}
