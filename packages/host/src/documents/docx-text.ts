import { strFromU8, unzipSync } from 'fflate'

/** A file that is no Word document, or too large a one. */
export class NoDocx extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'NoDocx'
  }
}

const BODY = 'word/document.xml'
/** What the text of a document unpacks to at most. */
const MOST = 40_000_000

/**
 * The text of a Word document, a line for each paragraph and each row of a table, with an empty line
 * between. Numbers that the program counts by itself are no part of a document's text. Throws
 * `NoDocx`.
 */
export function textOfDocx(bytes: Uint8Array): string {
  const body = strFromU8(bodyOf(bytes))
  const rows = body.replace(/<w:tr[ >][\s\S]*?<\/w:tr>/g, rowOf)
  return [...rows.matchAll(/<w:p(?: [^>]*)?>([\s\S]*?)<\/w:p>/g)]
    .map(([, inside = '']) => lettersIn(inside).trim())
    .filter((line) => line !== '')
    .join('\n\n')
}

function bodyOf(bytes: Uint8Array): Uint8Array {
  let large = false
  const found = (() => {
    try {
      return unzipSync(bytes, {
        filter: ({ name, originalSize }) => {
          if (name === BODY && originalSize > MOST) large = true
          return name === BODY && !large
        }
      })[BODY]
    } catch {
      return undefined
    }
  })()
  if (large) throw new NoDocx('its text unpacks to more than 40 MB')
  if (!found) throw new NoDocx('it is no Word document (.docx): save it as one, or as plain text')
  return found
}

/** A row of a table as one paragraph. */
const rowOf = (row: string): string => {
  const cells = [...row.matchAll(/<w:tc[ >][\s\S]*?<\/w:tc>/g)].map(([cell]) =>
    lettersIn(cell.replaceAll('</w:p>', '<w:tab/>')).trim()
  )
  return `<w:p><w:t>| ${cells.join(' | ').replace(/[<&]/g, escapedLetter)} |</w:t></w:p>`
}

const escapedLetter = (letter: string): string => (letter === '<' ? '&lt;' : '&amp;')

function lettersIn(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br|cr)(?: [^>]*)?\/>/g)]
    .map(([, text, mark]) => (mark === undefined ? (text ?? '') : ' '))
    .join('')
    .replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED[name]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
