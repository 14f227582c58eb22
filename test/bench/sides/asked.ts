/** What the process that measures may ask of a side; `n` says to which of several questions an answer belongs. */
export type Asked =
  | { readonly n: number; readonly what: 'beat' | 'memory' | 'cpu'; readonly times: number }
  | { readonly n: number; readonly what: 'people-in'; readonly texts: readonly string[] }
  | { readonly n: number; readonly what: 'profile'; readonly to: string | null }
  | { readonly n: number; readonly what: 'plan' | 'send' }

/** Says that this side is ready, on a port if it listens on one, and answers from then on. */
export const answering = (port: number, answerTo: (asked: Asked) => Promise<readonly number[]>): void => {
  process.on('message', (asked: Asked) => {
    void answerTo(asked).then(
      (answer) => process.send?.({ n: asked.n, answer }),
      (error: unknown) => process.send?.({ n: asked.n, problem: String(error) }),
    )
  })
  // Nobody is left to be measured for.
  process.once('disconnect', () => process.exit())
  process.send?.({ port })
}

/** Processor time of this process since it began, in microseconds. */
export const cpuNow = (): readonly [number] => {
  const { user, system } = process.cpuUsage()
  return [user + system]
}

/** Memory that this process has now, and the most that it ever had, in bytes. */
export const memoryNow = (): readonly [number, number] => [
  process.memoryUsage.rss(),
  process.resourceUsage().maxRSS * 1024,
]
