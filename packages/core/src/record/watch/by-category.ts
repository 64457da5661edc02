import type { RecordState } from '../state/record-state.ts'

/** Incidents by what their accounts call them; only those that changed are looked at again. */
class ByCategory {
  private readonly state: RecordState
  private readonly changed: () => readonly string[]
  private readonly incidents = new Map<string, Set<string>>()
  private readonly categories = new Map<string, readonly string[]>()

  constructor(state: RecordState) {
    this.state = state
    this.changed = state.incidents.follow()
  }

  called(category: string): readonly string[] {
    for (const id of this.changed()) this.read(id)
    return [...(this.incidents.get(category) ?? [])].sort()
  }

  private read(id: string): void {
    for (const category of this.categories.get(id) ?? []) this.incidents.get(category)?.delete(id)
    const { accounts = [] } = this.state.incidents.get(id) ?? {}
    const now = accounts.map(({ content }) => content.category)
    this.categories.set(id, now)
    for (const category of now) {
      const own = this.incidents.get(category)
      if (own) own.add(id)
      else this.incidents.set(category, new Set([id]))
    }
  }
}

// One for each record, for as long as the record is there.
const known = new WeakMap<RecordState, ByCategory>()

/** The incidents that an account calls by a word, by id. */
export function incidentsCalled(state: RecordState, category: string): readonly string[] {
  const own = known.get(state) ?? new ByCategory(state)
  known.set(state, own)
  return own.called(category)
}
