import { api } from '../state/api.ts'
import { download } from '../ui/download.ts'

/** A small case whose table shows how a table of one's own is laid out. */
const SMALL = `truce: 1
title: Template
as-of: 2024-06-01
sources: {ours: {title: Ours, kind: assumption}}
parties:
  upland: {name: Upland, kind: state, role: belligerent}
  lowland: {name: Lowland, kind: state, role: belligerent}
issues:
  water: {title: Water let through in summer, options: {third: A third, half: One half, full: All of it}}
  dam: {title: The new dam, options: {built: Built as planned, lower: Built lower, none: Not built}}
stances:
  upland:
    no-deal: {base: 40, source: ours}
    interests:
      water: {weight: [40, 50], values: {third: 100, half: [50, 70], full: 0}, source: ours}
      dam: {weight: 50, values: {built: 100, lower: 60, none: 0}, source: ours}
  lowland:
    no-deal: {base: [20, 35], source: ours}
    interests:
      water: {weight: 70, values: {third: 0, half: 60, full: 100}, source: ours}
      dam: {weight: 30, values: {built: 0, lower: [40, 60], none: 100}, source: ours}
`

/** Hands over a table to fill in, as the program itself exports one. */
export async function downloadTemplate(format: 'csv' | 'xlsx'): Promise<void> {
  const [{ readCase }, { csvText, exportTable }] = await Promise.all([
    import('@truce/core/case'),
    import('@truce/interchange')
  ])
  const { case: source } = readCase([{ name: 'case.yaml', text: SMALL }])
  const table = source && exportTable(source)
  if (!table || table.refused !== undefined) throw new Error('the template cannot be made')
  const blob =
    format === 'xlsx'
      ? await api.workbookOf(table.rows)
      : // The mark at the start has spreadsheets read it as UTF-8.
        new Blob([`\uFEFF${csvText(table.rows)}`], { type: 'text/csv;charset=utf-8' })
  download(`truce-table.${format}`, blob)
}
