import type { Document } from '../schema/document.ts'

/** An entry, as written, of a list or of a map by id of the document. */
export type Listed<Key extends keyof Document> =
  NonNullable<Document[Key]> extends readonly (infer Item)[]
    ? Item
    : NonNullable<Document[Key]> extends Readonly<Record<string, infer Item>>
      ? Item
      : never
