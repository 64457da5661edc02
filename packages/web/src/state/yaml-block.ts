import type { SourceFile } from '@truce/core'
import type { ParsedNode, YAMLMap } from 'yaml'
import { Document, isCollection, isMap, visit } from 'yaml'
import type { Way } from './pointer.ts'
import { pairOf, reaches, stretchOf, wayOf, writtenAt } from './pointer.ts'
import { setAt } from './yaml-edit.ts'
import { documentFrom } from './yaml-text.ts'

/**
 * The files with an entry added or replaced at a pointer, laid out as people write it: one line for
 * each key, short lists and maps within a line. Where the text around it is all in brackets, so is
 * the entry.
 */
export function addAt(
  files: readonly SourceFile[],
  at: string,
  entry: Readonly<Record<string, unknown>>
): readonly SourceFile[] {
  const steps = at.split('/')
  const parent = steps.slice(0, -1).join('/')
  if (parent !== '' && isEmpty(writtenAt(files, parent)))
    return addAt(files, parent, { [steps.at(-1) ?? '']: entry })
  const set = parent === '' ? setAtTop(files, at, entry) : setAt(files, at, entry)
  return laidOut(set, at, entry) ?? set
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** A key that no file has yet goes into the file that says which language the case is in. */
function setAtTop(files: readonly SourceFile[], at: string, entry: object): readonly SourceFile[] {
  const home = files.find((file) => writtenAt([file], 'truce') !== undefined)
  if (!home || writtenAt(files, at) !== undefined) return setAt(files, at, entry)
  const [set = home] = setAt([home], at, entry)
  return files.map((file) => (file === home ? set : file))
}

/** The files with the entry at a pointer in lines of its own; undefined where that cannot be. */
function laidOut(
  files: readonly SourceFile[],
  at: string,
  entry: Readonly<Record<string, unknown>>
): readonly SourceFile[] | undefined {
  const stretch = stretchOf(files, at)
  const file = files.find(({ name }) => name === stretch?.file)
  if (!stretch || !file) return undefined
  const { text } = file
  const indent = text.slice(text.lastIndexOf('\n', stretch.start - 1) + 1, stretch.start)
  if (indent.trim() !== '') return undefined
  const key = at.slice(at.lastIndexOf('/') + 1)
  const lines = inLines({ [key]: entry }).map((line) => indent + line)
  // A map in lines of its own reaches over the end of its last line, which is to stay.
  const end = text.slice(0, stretch.end).trimEnd().length
  const laid = text.slice(0, stretch.start - indent.length) + lines.join('\n') + text.slice(end)
  const changed = files.map((one) => (one === file ? { ...one, text: laid } : one))
  const isMeant =
    documentFrom(laid).errors.length === 0 &&
    JSON.stringify(writtenAt(changed, at)) === JSON.stringify(entry)
  return isMeant ? changed : undefined
}

/** A map as lines: its maps of values one key a line, whatever else lies deeper in brackets. */
function inLines(value: Readonly<Record<string, unknown>>): readonly string[] {
  const document = new Document(value)
  visit(document, {
    Collection: (_, node, path) => {
      const depth = path.filter(isCollection).length
      node.flow = !isMap(node) || depth > 3 || isSmall(node)
    }
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().split('\n')
}

/** A judgement or a staged term reads best in one line. */
const isSmall = (node: YAMLMap): boolean => node.has('first') || node.items.length === 0

/** The files without the entry at a pointer: its own lines are cut, all others stay to the letter. */
export function cutAt(files: readonly SourceFile[], at: string): readonly SourceFile[] {
  const way = wayOf(files, at)
  if (!way || !reaches(way, at)) return files
  const holder = way.nodes.at(-2)
  if (isMap(holder) && holder.items.length === 1 && at.includes('/'))
    return cutAt(files, at.slice(0, at.lastIndexOf('/')))
  const text = isMap(holder) && holder.flow !== true ? withoutLines(way, holder) : undefined
  const { file } = way.parsed
  const cut = files.map((one) => (one === file && text !== undefined ? { ...one, text } : one))
  const meant = setAt(files, at, undefined)
  return text !== undefined && sameData(cut, meant) ? cut : meant
}

function withoutLines({ parsed, nodes, found }: Way, holder: YAMLMap): string | undefined {
  const { text } = parsed.file
  const pair = pairOf(holder, String(found.at(-1)))
  const start = (pair?.key as ParsedNode | undefined)?.range[0]
  const end = nodes.at(-1)?.range[1]
  if (start === undefined || end === undefined) return undefined
  const from = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', Math.max(end - 1, start))
  const to = newline < 0 ? text.length : newline + 1
  if (text.slice(from, start).trim() !== '') return undefined
  // Of the blank lines around it one is enough.
  const after = text.slice(to)
  const before = text.slice(0, from)
  return before + (/\n\s*\n$/.test(before) ? after.replace(/^(?:[ \t]*\n)+/, '') : after)
}

function sameData(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  const data = (files: readonly SourceFile[]): string =>
    JSON.stringify(files.map(({ text }) => documentFrom(text).toJS() as unknown))
  return a.every(({ text }) => documentFrom(text).errors.length === 0) && data(a) === data(b)
}
