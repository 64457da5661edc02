/** A block of TypeScript in a page, and the block below it that shows what it prints. */
export interface Step {
  readonly code: string
  readonly output: string
  /** Both blocks, fences and all. */
  readonly block: string
  readonly line: number
}

/** Between the outputs of two steps: a character that nothing prints. */
const BETWEEN = '\u001e'

/** The steps of a page, in order. Those of one page are one program. */
export function steps(text: string): readonly Step[] {
  const blocks = text.matchAll(/^```ts\n([\s\S]*?)^```\n(?:\n*```text\n([\s\S]*?)^```$)?/gm)
  return [...blocks].map(({ 0: block, 1: code = '', 2: output = '', index }) => ({
    code,
    output,
    block,
    line: text.slice(0, index).split('\n').length
  }))
}

/** The program of a page; its output falls apart into that of each step. */
export function programOf(all: readonly Step[]): string {
  return all.map(({ code }) => code).join(`\nconsole.log('\\u001e')\n`)
}

/** What each step printed. */
export function outputsOf(printed: string): readonly string[] {
  return printed.split(`${BETWEEN}\n`)
}

/** The same step above another output; a step that prints nothing shows none. */
export function withPrinted({ code }: Step, output: string): string {
  const shown = output === '' ? '' : `\`\`\`text\n${output}\`\`\``
  return `\`\`\`ts\n${code}\`\`\`\n${shown}`
}
