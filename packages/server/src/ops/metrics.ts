import type { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** How busy the server is at this moment. */
export interface Load {
  /** Streams of events that are open. */
  readonly streams: number
  /** Connections to the database. */
  readonly connections: { readonly open: number; readonly idle: number; readonly waiting: number }
  /** Tasks that are computed, and that wait for it. */
  readonly computing: { readonly running: number; readonly waiting: number }
}

/** One request that was answered. */
export interface Measured {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly milliseconds: number
}

/** Seconds up to which answers are counted together. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

interface Kept {
  readonly registry: Registry
  readonly requests: Counter
  readonly seconds: Histogram
  readonly failures: Counter
}

/**
 * Counts for whoever watches over the server. Labels are templates of routes, methods and statuses:
 * none says who asked, for which organisation, or for what.
 */
export class Metrics {
  private readonly kept: Kept

  private constructor(kept: Kept) {
    this.kept = kept
  }

  /** Loaded here, so that nobody who does not count pays for it. */
  static async open(load: () => Load): Promise<Metrics> {
    const { default: prometheus } = await import('prom-client')
    const { Registry, Counter, Histogram, Gauge, collectDefaultMetrics } = prometheus
    const registry = new Registry()
    collectDefaultMetrics({ register: registry })
    const registers = [registry]
    const gauge = (name: string, help: string, read: (load: Load) => number): Gauge =>
      new Gauge({
        ...{ name, help, registers },
        collect() {
          this.set(read(load()))
        }
      })
    gauge('truce_streams_open', 'Streams of events that are open', (now) => now.streams)
    for (const state of ['open', 'idle', 'waiting'] as const)
      gauge(
        `truce_database_connections_${state}`,
        `Connections to the database: ${state}`,
        ({ connections }) => connections[state]
      )
    for (const state of ['running', 'waiting'] as const)
      gauge(
        `truce_computing_${state}`,
        `Computations: ${state}`,
        ({ computing }) => computing[state]
      )
    const labelNames = ['method', 'route', 'status']
    return new Metrics({
      registry,
      requests: new Counter({
        ...{ name: 'truce_requests_total', help: 'Requests answered', labelNames, registers }
      }),
      seconds: new Histogram({
        name: 'truce_request_seconds',
        help: 'Seconds until an answer began',
        labelNames: ['method', 'route'],
        ...{ buckets: BUCKETS, registers }
      }),
      failures: new Counter({
        name: 'truce_failures_total',
        help: 'Requests that failed: unforeseen, or because of the database',
        ...{ labelNames: ['kind'], registers }
      })
    })
  }

  /** A request that was answered. */
  request({ method, route, status, milliseconds }: Measured): void {
    this.kept.requests.inc({ method, route, status })
    this.kept.seconds.observe({ method, route }, milliseconds / 1000)
  }

  /** A request that failed. */
  failure(kind: 'unforeseen' | 'database'): void {
    this.kept.failures.inc({ kind })
  }

  /** All counts, in the text format of Prometheus. */
  async text(): Promise<{ readonly type: string; readonly text: string }> {
    const { registry } = this.kept
    return { type: registry.contentType, text: await registry.metrics() }
  }
}
