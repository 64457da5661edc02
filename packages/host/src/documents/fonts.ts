import { readFile } from 'node:fs/promises'

const CUTS = [
  '400Regular/SourceSerif4_400Regular',
  '400Regular_Italic/SourceSerif4_400Regular_Italic',
  '600SemiBold/SourceSerif4_600SemiBold'
]

/** The family that documents and their pictures are set in: Latin, Greek and Cyrillic. */
export const FAMILY = 'Source Serif 4'

/** Its files. */
export async function fonts(): Promise<readonly Uint8Array[]> {
  return Promise.all(
    CUTS.map(
      async (cut) =>
        new Uint8Array(
          await readFile(
            new URL(import.meta.resolve(`@expo-google-fonts/source-serif-4/${cut}.ttf`))
          )
        )
    )
  )
}
