/** What a store or a server refuses is told in one line, with what to do. */
export function inOneLine(error: unknown): never {
  if (error instanceof Error && 'help' in error)
    throw new Error(`${error.message}; ${String(error.help)}`)
  throw error
}
