/** What stands for the placeholders of a text. */
export type Values = Readonly<Record<string, string | number>>

/**
 * Key to text. `{name}` is replaced; `{n, plural, one {# issue} other {# issues}}` chooses by the
 * language's rules.
 */
export type Catalogue = Readonly<Record<string, string>>

const PLURAL = /\{(\w+), plural,((?:\s*(?:=\d+|\w+)\s*\{[^{}]*\})+)\s*\}/g
const FORM = /(=\d+|\w+)\s*\{([^{}]*)\}/g

/** Fills a text. A placeholder without a value stays as it is, so that its want is seen. */
export function fill(text: string, values: Values, language: string): string {
  const chosen = text.replace(PLURAL, (whole, name: string, forms: string) => {
    const value = values[name]
    return typeof value === 'number' ? form(forms, value, language) : whole
  })
  return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

function form(forms: string, value: number, language: string): string {
  const texts = new Map([...forms.matchAll(FORM)].map(([, key = '', text = '']) => [key, text]))
  const chosen =
    texts.get(`=${value}`) ??
    texts.get(new Intl.PluralRules(language).select(value)) ??
    texts.get('other') ??
    ''
  return chosen.replaceAll('#', new Intl.NumberFormat(language).format(value))
}
