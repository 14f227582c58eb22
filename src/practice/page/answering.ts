import type { ServerResponse } from 'node:http'

/** Nothing is fetched from anywhere else, whatever a bot writes into its messages. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
): void {
  response
    .writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    })
    .end(body)
}

/** A page of a bot's is opened beside, and may do nothing; a picture is looked at; anything else is saved. */
export function answerFile(
  response: ServerResponse,
  { name, bytes }: { name: string; bytes: Uint8Array },
): void {
  const isPage = name.endsWith('.html')
  const isPicture = name.endsWith('.png')
  const saved = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
  response
    .writeHead(200, {
      'content-type': isPage
        ? 'text/html; charset=utf-8'
        : isPicture
          ? 'image/png'
          : 'application/octet-stream',
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'content-disposition': isPage || isPicture ? 'inline' : saved,
      'x-content-type-options': 'nosniff',
    })
    .end(bytes)
}

/** What went wrong is for the user to read, too. */
export async function answerJson(response: ServerResponse, make: () => unknown): Promise<void> {
  try {
    answer(response, 200, 'application/json', JSON.stringify(await make()))
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause)
    answer(response, 200, 'application/json', JSON.stringify({ error }))
  }
}
