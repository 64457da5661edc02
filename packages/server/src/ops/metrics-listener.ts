import { createServer } from 'node:http'
import { CannotListen, closed, listening } from '../listen.ts'
import type { Metrics } from './metrics.ts'

/** Where counts are read: apart from what people reach. */
export interface MetricsListener {
  readonly at: string
  readonly close: () => Promise<void>
}

/** Answers `GET /metrics` at an address of its own, and nothing else. */
export async function listenForMetrics(place: string, metrics: Metrics): Promise<MetricsListener> {
  const { address, port } = placeOf(place)
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    const { type, text } = await metrics.text()
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
  })
  server.requestTimeout = 10_000
  const bound = await listening(server, port, address)
  const host = address.includes(':') ? `[${address}]` : address
  return { at: `http://${host}:${bound}/metrics`, close: () => closed(server) }
}

/** `9464`, `127.0.0.1:9464` or `[::1]:9464`; without an address this computer alone. */
function placeOf(text: string): { readonly address: string; readonly port: number } {
  const found = /^(?:(?<address>\[[0-9a-fA-F:]+\]|[0-9.]+):)?(?<port>\d{1,5})$/.exec(text)?.groups
  const port = Number(found?.['port'])
  if (!found || port > 65_535)
    throw new CannotListen(
      `--metrics takes an address and a port, such as 127.0.0.1:9464, and not ${JSON.stringify(text)}`
    )
  const address = (found['address'] ?? '127.0.0.1').replaceAll(/[[\]]/g, '')
  return { address, port }
}
