import { readsText } from '@truce/core/case/beside'
import type { Document } from 'yaml'
import { parseDocument, YAMLParseError } from 'yaml'

/**
 * Parses a text as core does. One that core refuses to parse is not parsed here either: it comes
 * back as an empty document with an error, so that a hostile file cannot stop the page.
 */
export function documentFrom(text: string): Document.Parsed {
  if (readsText(text))
    return parseDocument(text, {
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      schema: 'core',
      resolveKnownTags: false
    })
  const empty = parseDocument('')
  empty.errors.push(new YAMLParseError([0, 0], 'RESOURCE_EXHAUSTION', 'too much for the parser'))
  return empty
}
