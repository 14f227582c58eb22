import { createServer } from 'node:http'
import { answer } from './answering.js'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

const page = (problem: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>The practice workspace cannot open</title>
<style>
  :root { color-scheme: light dark }
  body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 12vh auto; padding: 0 1.2rem }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border: 1px solid #8888; border-radius: .5rem }
</style>
<h1>The practice workspace cannot open yet</h1>
<p>The app's manifest says what Slack would let the bot do, and it cannot be used:</p>
<pre>${escaped(problem)}</pre>
<p>Mend the file, then load this page again.</p></html>`

/** Shows at an address, which is there from `onOpen` on, what is wrong until `look` finds nothing any more; resolves then, with the port free again. */
export const untilMended = (
  port: number,
  look: () => string | undefined,
  onOpen: () => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer((_, response) => {
      const problem = look()
      if (problem !== undefined) return answer(response, 503, 'text/html', page(problem))
      response.setHeader('refresh', '1')
      response.once('finish', () => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      answer(response, 200, 'text/plain', 'Mended. One moment.')
    })
    server.once('error', reject)
    server.listen(port, '127.0.0.1', onOpen)
  })
