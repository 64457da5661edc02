import type { Fraction } from '../fractions/fraction.ts'
import { fraction } from '../fractions/fraction.ts'

/** What is wrong with the text of a game, and in which line, counted from 1. */
export class GameText extends Error {
  readonly line: number
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`)
    this.name = 'GameText'
    this.line = line
  }
}

/** A word of a game's text: a quoted one without its quotes, a brace, or anything else up to a space. */
interface Word {
  readonly kind: 'quoted' | 'brace' | 'bare'
  readonly text: string
  readonly line: number
}

const WORD = /\s+|,|"((?:[^"\\]|\\.)*)"|([{}])|([^\s",{}]+)|"/gs

/** The words of the text formats of Gambit, `.nfg` and `.efg`, one after the other. */
export class GameWords {
  private readonly words: readonly Word[]
  private readonly lastLine: number
  private at = 0

  constructor(text: string) {
    const words: Word[] = []
    let line = 1
    for (const [whole, quoted, brace, bare] of text.replace(/^\uFEFF/, '').matchAll(WORD)) {
      if (quoted !== undefined)
        words.push({ kind: 'quoted', text: quoted.replace(/\\(.)/gs, '$1'), line })
      else if (brace !== undefined) words.push({ kind: 'brace', text: brace, line })
      else if (bare !== undefined) words.push({ kind: 'bare', text: bare, line })
      else if (whole === '"') throw new GameText(line, 'a quotation mark that nothing closes')
      line += whole.split('\n').length - 1
    }
    this.words = words
    this.lastLine = Math.max(1, line)
  }

  /** Whether nothing is left. */
  get done(): boolean {
    return this.at >= this.words.length
  }

  /** The line of the word that comes next. */
  get line(): number {
    return this.words[this.at]?.line ?? this.lastLine
  }

  /** Stops the reading at the word that comes next. */
  expected(what: string): never {
    const found = this.words[this.at]
    const stands =
      found === undefined
        ? 'the text ends'
        : `${found.kind === 'quoted' ? JSON.stringify(found.text) : found.text} stands there`
    throw new GameText(this.line, `expected ${what}, and ${stands}`)
  }

  /** Whether this kind of word comes next. */
  comes(kind: Word['kind'], text?: string): boolean {
    const next = this.words[this.at]
    return next?.kind === kind && (text === undefined || next.text === text)
  }

  /** The quoted text that comes next. */
  quoted(what: string): string {
    return this.comes('quoted') ? this.take() : this.expected(`${what} in quotation marks`)
  }

  /** The bare word that comes next. */
  bare(what: string): string {
    return this.comes('bare') ? this.take() : this.expected(what)
  }

  /** The brace that comes next. */
  brace(text: '{' | '}', what: string): void {
    if (!this.comes('brace', text)) this.expected(`${text} ${what}`)
    this.take()
  }

  /** What stands between braces, one after the other. */
  list<T>(what: string, read: () => T): readonly T[] {
    this.brace('{', `before ${what}`)
    const items: T[] = []
    while (!this.comes('brace', '}')) items.push(read())
    this.brace('}', `after ${what}`)
    return items
  }

  /** A whole number from 0. */
  whole(what: string): number {
    if (!this.comes('bare') || !/^\d{1,9}$/.test(this.words[this.at]?.text ?? ''))
      this.expected(`${what}, a whole number`)
    return Number(this.take())
  }

  /** A number, exactly as it is written: `3`, `-0.25`, `1e-3` or `2/7`. */
  number(what: string): Fraction {
    const text = this.comes('bare') ? (this.words[this.at]?.text ?? '') : ''
    const found = numberFrom(text)
    if (!found) this.expected(`${what}, a number such as 3, -0.25 or 2/7`)
    this.take()
    return found
  }

  private take(): string {
    return this.words[this.at++]?.text ?? ''
  }
}

const RATIO = /^([+-]?\d{1,400})\/(\d{1,400})$/
const DECIMAL = /^([+-]?)(\d{0,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?$/

function numberFrom(text: string): Fraction | undefined {
  const [, top, bottom] = RATIO.exec(text) ?? []
  if (top !== undefined && bottom !== undefined)
    return BigInt(bottom) === 0n ? undefined : fraction(BigInt(top), BigInt(bottom))
  const [, sign, whole = '', decimals = '', exponent = '0'] = DECIMAL.exec(text) ?? []
  if (sign === undefined || whole + decimals === '') return undefined
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${decimals}`)
  const power = Number(exponent) - decimals.length
  return power < 0
    ? fraction(digits, 10n ** BigInt(-power))
    : fraction(digits * 10n ** BigInt(power))
}

/** A text as it stands between quotation marks. */
export const quotedText = (text: string): string => `"${text.replace(/(["\\])/g, '\\$1')}"`
