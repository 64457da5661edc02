import { UnstyledButton } from '@mantine/core'
import type { Finding } from '../../../engine/protocol.ts'
import { useMessages } from '../../../messages/index.ts'
import classes from './editor.module.css'

const ORDER = ['error', 'warning', 'note'] as const

/** What was found in the case, errors first; each leads to its place. */
export function FindingList({
  findings,
  jump
}: {
  readonly findings: readonly Finding[]
  readonly jump: (finding: Finding) => void
}) {
  const t = useMessages()
  const sorted = ORDER.flatMap((severity) => findings.filter((one) => one.severity === severity))
  return (
    <section className={classes.findings} aria-label={t('case.findings.title')}>
      <p className={classes.summary} role="status">
        {sorted.length === 0 ? t('case.findings.none') : t('case.findings.some', countOf(sorted))}
      </p>
      <ul>
        {sorted.map((finding) => (
          <li
            key={`${finding.code} ${finding.place?.file} ${finding.place?.start} ${finding.message}`}
            data-severity={finding.severity}
          >
            <FindingText finding={finding} jump={jump} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function FindingText({
  finding,
  jump
}: {
  readonly finding: Finding
  readonly jump: (finding: Finding) => void
}) {
  const t = useMessages()
  const { severity, code, message, why, help, place } = finding
  return (
    <>
      <UnstyledButton
        className={classes.finding}
        onClick={() => jump(finding)}
        disabled={place === undefined}
      >
        <b>{t(`case.findings.${severity}`)}</b> {message}
        <span className={classes.place}>
          {place ? `${place.file}:${place.line}:${place.column} · ${code}` : code}
        </span>
      </UnstyledButton>
      {[...why, ...(help === undefined ? [] : [help])].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}

function countOf(findings: readonly Finding[]): {
  errors: number
  warnings: number
  notes: number
} {
  const count = (severity: Finding['severity']): number =>
    findings.filter((one) => one.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), notes: count('note') }
}
