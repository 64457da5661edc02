/**
 * Texts by key, up to a number of characters together; what was asked for longest ago goes first.
 */
export class Cache {
  private readonly most: number
  private readonly texts = new Map<string, string>()
  private size = 0

  constructor(most: number) {
    this.most = most
  }

  get(key: string): string | undefined {
    const text = this.texts.get(key)
    if (text === undefined) return undefined
    // A map keeps the order of setting: set again, it is the newest.
    this.texts.delete(key)
    this.texts.set(key, text)
    return text
  }

  set(key: string, text: string): void {
    this.drop(key)
    if (text.length > this.most) return
    this.texts.set(key, text)
    this.size += text.length
    for (const oldest of this.texts.keys()) {
      if (this.size <= this.most) return
      this.drop(oldest)
    }
  }

  private drop(key: string): void {
    this.size -= this.texts.get(key)?.length ?? 0
    this.texts.delete(key)
  }
}
