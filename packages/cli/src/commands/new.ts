import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'

export const HELP = `truce new <folder>
Starts a case: a small one with remarks, which checks clean. The folder must be empty or not exist yet.
`

/** `truce new`: writes the starting case; never over anything. */
export async function newCommand(argv: readonly string[], io: Io): Promise<number> {
  const {
    positionals: [folder]
  } = parse(argv, {})
  if (folder === undefined) throw new Usage('new takes a folder: truce new <folder>')
  const there = await readdir(folder).catch(() => [])
  if (there.length > 0) throw new Usage(`${folder} is not empty; nothing was written`)
  await mkdir(folder, { recursive: true })
  for (const [name, text] of Object.entries(STARTING_CASE))
    await writeFile(join(folder, name), text, { flag: 'wx' })
  io.stdout(
    `wrote ${Object.keys(STARTING_CASE)
      .map((name) => join(folder, name))
      .join(', ')}\nnext: truce check ${folder}\n`
  )
  return EXIT.done
}

/** The texts of the starting case, by name. */
export const STARTING_CASE: Readonly<Record<string, string>> = {
  'case.yaml': `# A case in small. Every line is meant to be changed.
truce: 1
title: Two states and the river they share
view: nobody's; an invented case to start from
as-of: 2024-06-01

# Where every judgement comes from. Your own are a source of kind \`assumption\`.
sources:
  talks: {title: Minutes of the river talks, kind: statement, date: 2024-05}
  ours: {title: Judgements of the authors of this case, kind: assumption}

# kind: state, organisation, armed-group, bloc or people. role: belligerent, mediator, guarantor, observer, supporter or third.
parties:
  upland: {name: Upland, kind: state, role: belligerent}
  lowland: {name: Lowland, kind: state, role: belligerent}

# What can be agreed. A package picks one option of each issue.
issues:
  water:
    title: Water let through in summer
    ordered: true
    options: {third: A third, half: One half, full: All of it}
  dam:
    title: The new dam
    options: {built: Built as planned, lower: Built lower, none: Not built}
    if-silent: built          # what a draft that says nothing about the dam means

# What makes no sense together.
rules:
  - {never: {water: full, dam: built}, because: the dam could not be filled, source: ours}

proposals:
  halves: {title: Half the water and a lower dam, by: talks, terms: {water: half, dam: lower}}
  more-water: {title: All of the water and a lower dam, by: talks, terms: {water: full, dam: lower}}
`,
  'stances.yaml': `# What each party will not accept, what each option is worth to it (0 worst, 100 best), and what it expects without a deal.
# A judgement is a number, [low, high] or [low, likely, high].
stances:
  upland:
    redlines:
      - {id: no-ban, never: {dam: none}, says: The dam will be built in some form, firmness: [0.8, 0.9, 1], since: 2019, source: talks}
    interests:
      water: {weight: [20, 30, 40], values: {third: 100, half: [60, 70, 80], full: 0}, source: ours, because: Upland needs water for its own fields}
      dam: {weight: [30, 50, 60], values: {built: 100, lower: [50, 60, 75], none: [0, 10, 25]}, source: talks}
    no-deal:
      base: [20, 30, 40]
      source: ours
      because: the dam stands unfinished while the dispute goes on
      ledger:
        - {id: lenders-wait, toward: stop, worth: [2, 5, 10], source: talks}
  lowland:
    redlines:
      - {id: summer-water, never: {water: third}, says: A third is not enough to drink, firmness: [0.7, 0.85, 1], source: talks}
    interests:
      water: {weight: [40, 60, 70], values: {third: [0, 10, 20], half: [50, 60, 70], full: 100}, source: talks}
      dam: {weight: [10, 20, 30], values: {built: 0, lower: [40, 50, 60], none: 100}, source: ours, because: a lower dam can still hold back a flood year}
    no-deal: {base: [10, 20, 35], source: ours, because: what the river brings today}
    ratification:
      - body: parliament
        threshold: 50%
        otherwise: [0.4, 0.6, 0.8]
        source: ours
`
}
