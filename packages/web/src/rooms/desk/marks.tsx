import { VisuallyHidden } from '@mantine/core'
import type { Redline } from '@truce/core'
import type { Leanings } from '@truce/core/worth'
import type { Words } from '../../ui/use-words.ts'
import { useWords } from '../../ui/use-words.ts'
import classes from './desk.module.css'

/** How one party takes an option: by its shape, and in words. */
export interface Mark {
  readonly party: string
  readonly shape: '×' | '+' | '−' | ''
  readonly words: string | undefined
}

/** The parties whose consent may be needed, in the order of the case. */
export function marked({ source }: Pick<Words, 'source'>): readonly string[] {
  const asked = new Set(source.required.map(({ party }) => party))
  return [...source.parties.keys()].filter((party) => asked.has(party))
}

/** What an option is marked from: the leanings, and the redlines crossed with it. */
export interface MarkedBy {
  readonly leanings: Leanings
  readonly crossed: readonly Redline[]
}

/** A mark for each party whose consent may be needed; a crossed redline comes before a leaning. */
export function marksOf(
  words: Words,
  [issue, option]: readonly [issue: string, option: string],
  { leanings, crossed }: MarkedBy
): readonly Mark[] {
  const { said, numbers, party: name, text } = words
  return marked(words).map((party): Mark => {
    const redline = crossed.find((one) => one.party === party)
    if (redline)
      return {
        party,
        shape: '×',
        words: said.say('leaning.redline', {
          party: name(party),
          says: text(redline.says ?? redline.id)
        })
      }
    const { leaning, points } = leanings.of(party, issue, option)
    if (leaning !== 'welcomes' && leaning !== 'minds') return { party, shape: '', words: undefined }
    return {
      party,
      shape: leaning === 'welcomes' ? '+' : '−',
      words: said.say(`leaning.${leaning}`, { party: name(party), points: numbers.gain(points) })
    }
  })
}

/** The marks of an option side by side, each in its party's column and hue. */
export function Marks({ id, marks }: { readonly id: string; readonly marks: readonly Mark[] }) {
  const { hue } = useWords()
  const words = marks.flatMap((mark) => mark.words ?? [])
  return (
    <span className={classes['marks']}>
      <VisuallyHidden component="span" id={id}>
        {words.join('; ')}
      </VisuallyHidden>
      {marks.map(({ party, shape, words: title }) => (
        <span
          key={party}
          aria-hidden="true"
          title={title}
          data-shape={shape}
          style={shape === '×' ? undefined : { color: hue(party).color }}
        >
          {shape}
        </span>
      ))}
    </span>
  )
}

/** Whose column is whose, and what the marks mean. */
export function Legend() {
  const words = useWords()
  const { t, said, hue, party: name } = words
  return (
    <div className={classes['legend']}>
      <details>
        <summary>{t('desk.legend')}</summary>
        <p>{said.say('leaning.legend')}</p>
      </details>
      <span className={classes['marks']}>
        {marked(words).map((party) => (
          <span key={party} title={name(party)} style={{ color: hue(party).color }}>
            <span aria-hidden="true">{hue(party).glyph}</span>
            <VisuallyHidden component="span">{name(party)}</VisuallyHidden>
          </span>
        ))}
      </span>
    </div>
  )
}
