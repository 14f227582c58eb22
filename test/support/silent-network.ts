import { createServer, connect as dial, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What happens to what is sent: it arrives; it is swallowed; or whoever calls is hung up on. */
type Weather = 'fair' | 'silent' | 'cut'

/** A way to a server on this machine that can be disturbed. Ends with the test. */
export type Network = {
  /** The address, with the server's own host and port put right. */
  readonly url: string
  readonly becomes: (weather: Weather) => void
  /** How many connections were asked for so far. */
  readonly calls: () => number
}

export const aNetworkTo = async (url: string): Promise<Network> => {
  const target = new URL(url)
  let weather: Weather = 'fair'
  let calls = 0
  const open = new Set<Socket>()
  const server = createServer((caller) => {
    calls++
    open.add(caller)
    caller.on('error', () => {})
    if (weather === 'cut') return void caller.destroy()
    const callee = dial(Number(target.port), target.hostname)
    open.add(callee)
    callee.on('error', () => caller.destroy())
    caller.on('close', () => callee.destroy())
    callee.on('close', () => caller.destroy())
    // What is swallowed is not sent later either.
    caller.on('data', (bytes) => weather === 'fair' && callee.write(bytes))
    callee.on('data', (bytes) => weather === 'fair' && caller.write(bytes))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const address = server.address()
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String(typeof address === 'object' && address !== null ? address.port : 0)
  return {
    url: through.href,
    becomes: (next) => {
      weather = next
    },
    calls: () => calls,
  }
}
