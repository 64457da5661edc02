import type { Block } from '../blocks.ts'
import { facts, heading, paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'

/** Numbers of a report with the entries that make them: each such set of entries has one mark. */
export class NumberedEntries {
  private readonly marks = new Map<string, number>()
  private readonly words: Words

  constructor(words: Words) {
    this.words = words
  }

  /** The mark of some entries, from 1. */
  mark(entries: readonly string[]): number {
    const key = entries.join(', ')
    const found = this.marks.get(key) ?? this.marks.size + 1
    this.marks.set(key, found)
    return found
  }

  /** A text with the mark of the entries behind it; none where there are none. */
  with(text: string, entries: readonly string[]): string {
    return entries.length === 0
      ? text
      : this.words.say('daily.number', { text, mark: this.mark(entries) })
  }

  /** All marks so far and what they lead to. */
  blocks(): readonly Block[] {
    if (this.marks.size === 0) return []
    const { say } = this.words
    return [
      heading(2, say('daily.entries')),
      paragraph(say('daily.entries.lead')),
      facts([...this.marks].map(([entries, mark]) => [`[${mark}]`, entries]))
    ]
  }
}
