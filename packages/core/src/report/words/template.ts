import type { Mark, Rich } from './rich.ts'
import { partsOf } from './rich.ts'

/** What stands for the slots of a template. */
export type Values = Readonly<Record<string, string | number>>

/**
 * The slots that a template must be given: `{name}` takes a value, `{n, plural, one {# issue} other
 * {# issues}}` a number. Braces are not nested deeper than that.
 */
export type Slots<Template extends string, Value> = Template extends `${string}{${infer Rest}`
  ? Opened<Rest, Value>
  : unknown

type Opened<Rest extends string, Value> = Rest extends `${infer Inside}}${infer After}`
  ? Inside extends `${infer Count}, plural,${string}`
    ? { readonly [K in Count]: number } & (Rest extends `${string}}}${infer Tail}`
        ? Slots<Tail, Value>
        : unknown)
    : { readonly [K in Inside]: Value } & Slots<After, Value>
  : unknown

const PLURAL = /\{(\w+), plural,((?:\s*(?:=\d+|\w+)\s*\{[^{}]*\})+)\s*\}/g
const FORM = /(=\d+|\w+)\s*\{([^{}]*)\}/g
const SLOT = /\{(\w+)\}/g

/** Fills a template. A slot without a value stays as it is, so that its want is seen. */
export function fill(template: string, values: Values, language: string): string {
  return chosen(template, values, language).replace(SLOT, (whole, name: string) =>
    String(values[name] ?? whole)
  )
}

/** The same with values that may hold marks. */
export function fillRich(
  template: string,
  values: Readonly<Record<string, Rich | number>>,
  language: string
): Rich {
  return chosen(template, values, language)
    .split(SLOT)
    .flatMap((part, at): readonly (string | Mark)[] => {
      if (at % 2 === 0) return part === '' ? [] : [part]
      const value = values[part]
      return typeof value === 'number' ? [String(value)] : partsOf(value ?? `{${part}}`)
    })
}

/** Each plural in the form that the language takes for its number. */
function chosen(
  template: string,
  values: Readonly<Record<string, unknown>>,
  language: string
): string {
  return template.replace(PLURAL, (whole, name: string, forms: string) => {
    const value = values[name]
    return typeof value === 'number' ? form(forms, value, language) : whole
  })
}

function form(forms: string, value: number, language: string): string {
  const texts = new Map([...forms.matchAll(FORM)].map(([, key = '', text = '']) => [key, text]))
  const found =
    texts.get(`=${value}`) ?? texts.get(pluralsIn(language).select(value)) ?? texts.get('other')
  return found?.replaceAll('#', () => numbersIn(language).format(value)) ?? ''
}

// Dear to begin and cheap to use, so each language's are begun once.
const pluralsIn = remembering((language) => new Intl.PluralRules(language))
const numbersIn = remembering((language) => new Intl.NumberFormat(language))

function remembering<T>(make: (language: string) => T): (language: string) => T {
  const known = new Map<string, T>()
  return (language) => {
    const made = known.get(language) ?? make(language)
    known.set(language, made)
    return made
  }
}
