#!/usr/bin/env node
// Plain JavaScript, so that an older Node can read it and say what is wrong.
import { existsSync } from 'node:fs'
import module from 'node:module'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = 24

if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(
    `truce needs Node ${NEEDED} or later and this is ${process.version}; inside the repository \`npm start\` or \`npx truce\` brings it along.`
  )
  process.exitCode = 1
} else {
  module.enableCompileCache?.()
  const { main } = await import(entry())
  process.exitCode = await main(process.argv.slice(2))
}

/**
 * Node strips no types under node_modules, so an installed package runs what was built. In the repository the source
 * always runs: a build left lying about must not stand in its way.
 */
function entry() {
  const built = new URL('../dist/main.js', import.meta.url)
  const installed = fileURLToPath(import.meta.url)
    .split(sep)
    .includes('node_modules')
  return (installed && existsSync(built) ? built : new URL('../src/main.ts', import.meta.url)).href
}
