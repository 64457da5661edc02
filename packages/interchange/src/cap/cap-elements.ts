import { Refusal } from '../deal-case-refusal.ts'
import { plainText } from '../patterns.ts'
import type { CapNode } from './cap-xml.ts'

/** How often an element may stand: once at most, or several times. */
type Times = 'once' | 'many'

/** What may stand in an element, and what becomes of it: it is read, told as lost, or refused. */
interface Known {
  readonly read: Readonly<Record<string, Times>>
  /** Left out: what a message of a record has no place for and does without. */
  readonly lost: readonly string[]
  /** Refused: without it the message would say something else. */
  readonly refused: readonly string[]
}

/** The elements of CAP 1.2. */
export const CAP_ELEMENTS = {
  alert: {
    read: {
      identifier: 'once',
      sender: 'once',
      sent: 'once',
      status: 'once',
      msgType: 'once',
      scope: 'once',
      addresses: 'once',
      references: 'once',
      note: 'once',
      info: 'many'
    },
    lost: ['source', 'code', 'incidents', 'Signature'],
    refused: ['restriction', 'password']
  },
  info: {
    read: {
      language: 'once',
      category: 'many',
      event: 'once',
      urgency: 'once',
      severity: 'once',
      certainty: 'once',
      effective: 'once',
      onset: 'once',
      expires: 'once',
      senderName: 'once',
      headline: 'once',
      description: 'once',
      parameter: 'many',
      area: 'many'
    },
    lost: ['audience', 'eventCode', 'web', 'contact'],
    refused: ['responseType', 'instruction', 'resource']
  },
  area: {
    read: { areaDesc: 'once', polygon: 'many', circle: 'many', altitude: 'once', ceiling: 'once' },
    lost: [],
    refused: ['geocode']
  },
  parameter: { read: { valueName: 'once', value: 'once' }, lost: [], refused: [] }
} as const satisfies Readonly<Record<string, Known>>

/** One element of CAP with its children by name; what is lost was told. */
export class CapElement {
  readonly node: CapNode
  private readonly file: string
  private readonly lost: string[]

  constructor(node: CapNode, file: string, lost: string[]) {
    this.node = node
    this.file = file
    this.lost = lost
    const known: Known = CAP_ELEMENTS[node.name as keyof typeof CAP_ELEMENTS]
    const seen = new Set<string>()
    for (const child of node.children) {
      const { name } = child
      if (known.lost.includes(name)) this.lose(child, `\`${name}\``)
      else if (known.refused.includes(name))
        throw this.wrong(
          `a message of a record has no place for \`${name}\`: say it in the description`,
          child
        )
      else if (!Object.hasOwn(known.read, name))
        throw this.wrong(`CAP 1.2 has no \`${plainText(name)}\` in \`${node.name}\``, child)
      else if (known.read[name] === 'once' && seen.has(name))
        throw this.wrong(`\`${name}\` stands twice in one \`${node.name}\``, child)
      seen.add(name)
    }
  }

  /** Children of a name. */
  all(name: string): readonly CapNode[] {
    return this.node.children.filter((child) => child.name === name)
  }

  /** Children of a name that have children themselves. */
  within(name: string): readonly CapElement[] {
    return this.all(name).map((child) => new CapElement(child, this.file, this.lost))
  }

  /** The text of the only child of a name, as written; undefined where there is none. */
  written(name: string): string | undefined {
    return this.all(name)[0]?.text
  }

  /** The same of a word, without spaces around it; an empty one is none. */
  word(name: string): string | undefined {
    const text = this.written(name)?.trim()
    return text === '' ? undefined : text
  }

  /** A word that has to be there. */
  needed(name: string): string {
    const text = this.word(name)
    if (text === undefined) throw this.wrong(`\`${this.node.name}\` has no \`${name}\`: give it`)
    return text
  }

  /** Says that something is not taken over. */
  lose({ line }: Pick<CapNode, 'line'>, what: string): void {
    this.lost.push(`line ${line}: ${what} is not taken over`)
  }

  /** What is wrong, with its line: that of a child where it is its. */
  wrong(what: string, at: Pick<CapNode, 'line'> | undefined = this.node): Refusal {
    return new Refusal(`${this.file}: line ${(at ?? this.node).line}: ${what}`)
  }
}
