import { get } from 'node:http'

export type Asked = { readonly status: number; readonly type: string; readonly body: string }

/** What the bot's own server answers at a path, on this machine. */
export const ask = (
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Asked> =>
  new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }),
      )
    }).on('error', reject)
  })

/** What GET /readyz says: the parts that are not ready, each with why. */
export const notReady = async (port: number): Promise<Readonly<Record<string, string>>> => {
  const { status, body } = await ask(port, '/readyz')
  const { ready, notReady: parts = [] } = JSON.parse(body) as {
    readonly ready: boolean
    readonly notReady?: readonly { readonly part: string; readonly since: string; readonly why: string }[]
  }
  if ((status === 200) !== ready || (parts.length === 0) !== ready) throw new Error(`${status}: ${body}`)
  for (const { since } of parts) if (new Date(since).toISOString() !== since) throw new Error(since)
  return Object.fromEntries(parts.map(({ part, why }) => [part, why]))
}
