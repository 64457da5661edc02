import { readFile } from 'node:fs/promises'
import { nearest } from '@truce/core/diagnostic'
import { existingDate } from '@truce/core/timetable'
import { xlsxSheetsOf } from '@truce/host'
import type { IncidentDraft, IncidentFormat } from '@truce/interchange'
import { INCIDENT_FORMATS, incidentDrafts, incidentForm } from '@truce/interchange'
import type { Args } from '../args.ts'
import { parse, several } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { complain, openCase } from '../open.ts'
import { writeNew } from '../write-new.ts'

export const HELP = `truce record import <format> <file> [options]
truce record import form-of <case> --out <form.xlsx>
Makes entries of the rows of a table, one a line, for truce record add to sign and
bring in; each names its data set, row, link and licence. A row that cannot be read
is told with its line and column, and the others are made all the same.

  viina       reports of VIINA: leads, which count nothing until confirmed
  ucdp-ged    events of UCDP GED
  acled       events of ACLED
  osce        daily violations by region, as of an observation mission
  form        submissions of the form below from KoboToolbox or ODK, JSON or CSV

  --out <file>           where the entries go; without it they are printed
  --zone <zone>          of times that do not say theirs, such as Europe/Kyiv
  --dataset <name>       what the data set is called
  --url <link>           where it is to be had, for rows that do not say it
  --licence <name>       under what terms
  --retrieved <day>      when it was fetched
  --cut-off <label=score>
                         viina: from what score a label counts (default 0.5 each);
                         may be given several times, such as t_artillery=0.8

form-of writes an XLSForm with the parties of a case, for use without a network.
Exit code 4: some rows were refused.
`

const OPTIONS = {
  out: { type: 'string' },
  zone: { type: 'string' },
  dataset: { type: 'string' },
  url: { type: 'string' },
  licence: { type: 'string' },
  retrieved: { type: 'string' },
  'cut-off': { type: 'string', multiple: true }
} as const

const MOST_SHOWN = 50

/** `truce record import`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [format = '', file, extra] = args.positionals
  if (format === 'form-of') return writeForm(file, args, io)
  const known = formatOf(format)
  if (file === undefined || extra !== undefined)
    throw new Usage(`record import takes one file: truce record import ${known} <file>`)
  const options = { ...optionsOf(args), cutOffs: cutOffsOf(args) }
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Usage(`${file} cannot be read`)
  })
  const { drafts, refused, notes } = incidentDrafts(known, text, options)
  for (const { sentence } of refused.slice(0, MOST_SHOWN)) io.stderr(`${file}: ${sentence}\n`)
  if (refused.length > MOST_SHOWN)
    io.stderr(`${file}: ${refused.length - MOST_SHOWN} more rows were refused\n`)
  for (const note of notes) io.stderr(`${file}: note: ${note}\n`)
  io.stderr(`${file}: ${drafts.length} entries, ${refused.length} rows refused\n`)
  const lines = drafts.map(lineOf).join('')
  const { out } = args.values
  if (typeof out !== 'string') io.stdout(lines)
  else if (drafts.length > 0) {
    await writeNew(out, lines)
    io.stdout(`wrote ${out}\nnext: truce record add <record> ${out} --as <party> --key <file>\n`)
  }
  if (drafts.length === 0) return EXIT.broken
  return refused.length > 0 ? EXIT.no : EXIT.done
}

/** An entry as `truce record add` reads it. */
const lineOf = ({ id, content }: IncidentDraft): string =>
  `${JSON.stringify({ kind: 'incident.reported', id, content })}\n`

function formatOf(word: string): IncidentFormat {
  const found = INCIDENT_FORMATS.find((one) => one === word)
  if (found) return found
  const words = [...INCIDENT_FORMATS, 'form-of']
  const near = nearest(word, words)
  throw new Usage(
    `record import takes a format: ${words.join(', ')}${near ? `; did you mean ${near}?` : ''}`
  )
}

function optionsOf({ values }: Args): Readonly<Record<string, string>> {
  const { retrieved, url } = values
  if (retrieved !== undefined && !existingDate(String(retrieved)))
    throw new Usage(`--retrieved takes a day such as 2025-01-25, not ${String(retrieved)}`)
  if (url !== undefined && !(URL.canParse(String(url)) && /^https?:/.test(String(url))))
    throw new Usage(`--url takes a link such as https://example.org, not ${String(url)}`)
  return Object.fromEntries(
    (['zone', 'dataset', 'url', 'licence', 'retrieved'] as const).flatMap((name) =>
      typeof values[name] === 'string' ? [[name, values[name]]] : []
    )
  )
}

function cutOffsOf(args: Args): Readonly<Record<string, number>> {
  return Object.fromEntries(
    several(args, 'cut-off').map((given) => {
      const [, label, score] = /^([a-z_]+)=(0(?:\.\d+)?|1(?:\.0+)?)$/.exec(given) ?? []
      if (label === undefined)
        throw new Usage(
          `--cut-off takes a label and a score from 0 to 1: t_artillery=0.8, not ${given}`
        )
      return [label, Number(score)]
    })
  )
}

async function writeForm(path: string | undefined, args: Args, io: Io): Promise<number> {
  const { out } = args.values
  if (path === undefined) throw new Usage('record import form-of takes one case')
  if (typeof out !== 'string' || !out.toLowerCase().endsWith('.xlsx'))
    throw new Usage('record import form-of needs a file: --out <form.xlsx>')
  const opened = await openCase(path)
  if (!opened.case) return complain(opened.diagnostics, opened, io)
  const { survey, choices, settings } = incidentForm(opened.case)
  await writeNew(out, await xlsxSheetsOf({ survey, choices, settings }))
  io.stdout(`wrote ${out}\n`)
  return EXIT.done
}
