import { BlockList, isIP } from 'node:net'
import { StoreRefusal } from '@truce/core/ports'
import type { Context } from 'hono'

/** The machines whose word is taken for where a request comes from. */
export class Proxies {
  private readonly list = new BlockList()

  /** This computer itself, and the addresses and networks that are named. */
  constructor(named: readonly string[]) {
    for (const one of ['127.0.0.0/8', '::1', ...named]) this.add(one)
  }

  /**
   * Where a request comes from: what the nearest proxy says, where it is one of ours. What stands
   * before its word anybody may have written.
   */
  addressOf(context: Context): string {
    const near = plain(nearest(context))
    if (!this.has(near)) return near
    const said = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
    return isIP(said) === 0 ? near : plain(said)
  }

  private add(one: string): void {
    const [address = '', bits] = one.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    const size = bits === undefined ? most : Number(bits)
    if (isIP(address) === 0 || !Number.isInteger(size) || size < 0 || size > most)
      throw new StoreRefusal(
        'bad-name',
        `${one} is no address of a proxy`,
        'write it as 10.0.0.7, or a network as 10.0.0.0/24'
      )
    this.list.addSubnet(address, size, family)
  }

  private has(address: string): boolean {
    const kind = isIP(address)
    return kind !== 0 && this.list.check(address, kind === 6 ? 'ipv6' : 'ipv4')
  }
}

/** The other end of the connection. */
function nearest(context: Context): string {
  const env: unknown = context.env
  if (typeof env !== 'object' || env === null || !('incoming' in env)) return ''
  const { incoming } = env
  if (typeof incoming !== 'object' || incoming === null || !('socket' in incoming)) return ''
  const { socket } = incoming
  if (typeof socket !== 'object' || socket === null || !('remoteAddress' in socket)) return ''
  return typeof socket.remoteAddress === 'string' ? socket.remoteAddress : ''
}

/** An address of the old kind as it is written, also where it comes in the new kind's dress. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** What of an address is counted together: of the new kind all that one subscriber has. */
export function neighbourhood(address: string): string {
  if (isIP(address) !== 6) return address
  const [before = '', after] = address.split('::')
  const head = before.split(':').filter(Boolean)
  const tail = (after ?? '').split(':').filter(Boolean)
  const zeros =
    after === undefined ? [] : Array(Math.max(0, 8 - head.length - tail.length)).fill('0')
  return `${[...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')}::/64`
}
