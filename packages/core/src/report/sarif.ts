import type { Diagnostic, Page } from '../diagnostic/diagnostic.ts'
import { position } from '../diagnostic/text.ts'
import type { SourceFile } from '../model/span.ts'
import { VERSION } from './check-json.ts'

/**
 * The case's files, the pages of the codes, and the folder the files lie in as a reader of the log
 * sees it (`` for none).
 */
export interface SarifContext {
  readonly files: readonly SourceFile[]
  readonly pages: readonly Page[]
  readonly folder: string
}

/**
 * Findings as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines they speak
 * of.
 */
export function sarif(
  findings: readonly Diagnostic[],
  { files, pages, folder }: SarifContext
): object {
  const codes = [...new Set(findings.map(({ code }) => code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'truce',
            semanticVersion: VERSION,
            rules: codes.map((code) => rule(code, pages))
          }
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: finding.severity,
          message: {
            text: [finding.message, ...finding.why, ...(finding.help ? [finding.help] : [])].join(
              '. '
            )
          },
          locations: location(finding.span, files, folder)
        }))
      }
    ]
  }
}

function rule(code: string, pages: readonly Page[]): object {
  const page = pages.find((one) => one.code === code)
  return {
    id: code,
    ...(page
      ? { shortDescription: { text: page.title }, fullDescription: { text: page.about } }
      : {})
  }
}

function location(
  span: Diagnostic['span'],
  files: readonly SourceFile[],
  folder: string
): readonly object[] {
  const file = files.find(({ name }) => name === span?.file)
  if (!span || !file) return []
  const [start, end] = [position(file, span.start), position(file, span.end)]
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column
  }
  return [
    {
      physicalLocation: {
        artifactLocation: {
          uri: `${folder}${file.name}`.split('/').map(encodeURIComponent).join('/')
        },
        region
      }
    }
  ]
}
