import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Figures, Order, Report } from './orders.js'

export type Step = Omit<Extract<Order, { kind: 'step' }>, 'kind'>
export type Done = Extract<Report, { kind: 'done' }>

/**
 * Several processes of the bot over one database, each a process of its own, as in earnest: they share no memory, no pool
 * and no event loop, and what each of them costs can be told apart.
 */
export class Fleet {
  readonly #processes: readonly ChildProcess[]

  private constructor(processes: readonly ChildProcess[]) {
    this.#processes = processes
  }

  static async start(options: {
    readonly databaseUrl: string
    readonly replicas: number
    readonly people: number
    readonly connections: number
    readonly answerMs: number
  }): Promise<Fleet> {
    const { databaseUrl, replicas, people, connections, answerMs } = options
    const file = fileURLToPath(new URL('replica.js', import.meta.url))
    const processes: ChildProcess[] = []
    for (let n = 0; n < replicas; n++) {
      const given = [databaseUrl, n, people, connections, answerMs].map(String)
      // As `npm start` has it.
      const replica = fork(file, given, {
        execArgv: ['--max-semi-space-size=4', '--heap-growing-percent=30'],
      })
      processes.push(replica)
      await heard(replica, 'ready')
    }
    return new Fleet(processes)
  }

  /** All of them do what is due then; resolves when they have. `typed` is shared out among them. */
  step({ typed, ...step }: Step): Promise<Done[]> {
    return this.#ask('done', (nth) => ({
      kind: 'step',
      ...step,
      typed: typed.filter((_, n) => n % this.#processes.length === nth),
    }))
  }

  async figures(): Promise<Figures[]> {
    return (await this.#ask('told', () => ({ kind: 'tell' }))).map(({ figures }) => figures)
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.#processes.map(async (replica) => {
        if (replica.exitCode !== null) return
        const ended = once(replica, 'exit')
        replica.send({ kind: 'stop' } satisfies Order)
        await ended
      }),
    )
  }

  #ask<K extends Report['kind']>(
    kind: K,
    orderFor: (nth: number) => Order,
  ): Promise<Extract<Report, { kind: K }>[]> {
    return Promise.all(
      this.#processes.map((replica, nth) => {
        const answer = heard(replica, kind)
        replica.send(orderFor(nth))
        return answer
      }),
    )
  }
}

const heard = <K extends Report['kind']>(
  replica: ChildProcess,
  kind: K,
): Promise<Extract<Report, { kind: K }>> =>
  new Promise((resolve, reject) => {
    const over = (): void => {
      replica.off('message', onMessage)
      replica.off('exit', onExit)
    }
    const onMessage = (report: Report): void => {
      if (!isOf(report, kind)) return
      over()
      resolve(report)
    }
    const onExit = (code: number | null): void => {
      over()
      reject(new Error(`A replica ended by itself: ${code}`))
    }
    replica.on('message', onMessage)
    replica.on('exit', onExit)
  })

const isOf = <K extends Report['kind']>(report: Report, kind: K): report is Extract<Report, { kind: K }> =>
  report.kind === kind
