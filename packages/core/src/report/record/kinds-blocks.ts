import { KEY_ROLES } from '../../log/ring.ts'
import { writes } from '../../record/door/who-writes.ts'
import { contentJsonSchema } from '../../record/kinds/entry-schema.ts'
import type { EntryKind } from '../../record/kinds/kinds.ts'
import { ENTRY_KINDS } from '../../record/kinds/kinds.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'

/** Every kind of entry of a record, or those that are asked for: what it says, who writes it, its keys. */
export function kindsBlocks(
  words: Words,
  kinds: readonly EntryKind[] = Object.keys(ENTRY_KINDS) as EntryKind[]
): readonly Block[] {
  return [
    heading(1, words.say('kinds.title')),
    paragraph(words.say('kinds.opening')),
    ...kinds.flatMap((kind) => kindBlocks(words, kind))
  ]
}

function kindBlocks(words: Words, kind: EntryKind): readonly Block[] {
  const roles = KEY_ROLES.filter((role) => writes(role, kind))
  const { properties = {}, required = [] } = contentJsonSchema(kind) as ObjectSchema
  return [
    heading(2, kind),
    paragraph(words.say(`kind.${kind}`)),
    paragraph(`${words.say('kinds.writers', { roles: words.list(roles) })}.`),
    table(
      [words.say('kinds.key'), words.say('kinds.holds')],
      Object.entries(properties).map(([key, schema]) => [
        required.includes(key) ? words.say('kinds.needed', { key }) : key,
        shapeWords(schema)
      ])
    )
  ]
}

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, JsonShape>>
  readonly required?: readonly string[]
}

interface JsonShape extends ObjectSchema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly items?: JsonShape
  readonly pattern?: string
  readonly anyOf?: readonly JsonShape[]
}

/** The shape of a value in few words, as in `{at, precision: minute | hour, ..}`. */
function shapeWords(shape: JsonShape): string {
  if (shape.enum) return shape.enum.join(' | ')
  if (shape.anyOf) return shape.anyOf.map(shapeWords).join(', or ')
  if (shape.type === 'array') return shape.items ? `[${shapeWords(shape.items)}, ..]` : '[..]'
  if (shape.properties) return `{${Object.keys(shape.properties).join(', ')}}`
  if (shape.pattern?.includes('T\\d{2}')) return 'instant, UTC'
  return shape.type ?? 'text'
}
