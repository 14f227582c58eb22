import type { ServerResponse } from 'node:http'
import type { Stage } from './stage.js'

/** Often enough to look live, seldom enough for a clock that lives through three weeks. */
const atMostEveryMs = 40

/** A line for each change, as server-sent events; a page that lost the connection comes back by itself. */
export function tellChanges(stage: Stage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('retry: 300\ndata: here\n\n')
  let timer: NodeJS.Timeout | undefined
  const stop = stage.onChange(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      response.write('data: changed\n\n')
    }, atMostEveryMs)
  })
  response.on('close', () => {
    clearTimeout(timer)
    stop()
  })
}
