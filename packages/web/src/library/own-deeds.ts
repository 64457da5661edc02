import type { SourceFile } from '@truce/core'
import type { Api } from '../state/api.ts'

/** Gives a case another title, in its own text. */
export async function renameCase(
  api: Pick<Api, 'read' | 'save'>,
  id: string,
  title: string
): Promise<void> {
  const { files, version } = await api.read(id)
  const answer = await api.save(id, await titled(files, title), version)
  if ('conflict' in answer) throw new Error(answer.conflict.error.message)
}

/** Makes another case of the texts of one, under a title of its own. */
export async function duplicateCase(
  api: Pick<Api, 'read' | 'make'>,
  id: string,
  title: string
): Promise<void> {
  const { files } = await api.read(id)
  const copied = (await titled(files, title)).map(({ name, text }) => ({ name, text }))
  await api.make({ from: 'files', files: copied, id: `${id.slice(0, 58)}-copy` })
}

/** The files of a case under another title. What edits the text comes when it is needed. */
async function titled(files: readonly SourceFile[], title: string): Promise<readonly SourceFile[]> {
  const { setAt } = await import('../state/yaml-edit.ts')
  return setAt(files, 'title', title)
}
