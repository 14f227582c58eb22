import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../web-api/request.js'
import { authorizePath, Unanswerable } from './authorize-request.js'
import type { Allowing, Authorizing } from './authorizing.js'

/** Serves the page as a browser meets it: GET shows what is asked, POST is one of its two buttons. */
export function authorizePage(
  authorizing: Authorizing,
  appName: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    try {
      const to =
        request.method === 'POST' ? pressed(authorizing, url, await readBody(request)) : authorizing.read(url)
      if (typeof to === 'string') return void response.writeHead(302, { location: to }).end()
      show(response, 200, question(appName, url, to.scopes))
    } catch (cause) {
      const code = cause instanceof Unanswerable ? cause.code : String(cause)
      show(response, 400, `<h1>Something went wrong when authorizing this app</h1><p>${escaped(code)}</p>`)
    }
  }
}

function pressed(authorizing: Authorizing, url: URL, body: string): string {
  const form = new URLSearchParams(body)
  if (form.get('decision') !== 'allow') return authorizing.deny(url)
  const [userId, teamId, enterpriseId] = ['user_id', 'team_id', 'enterprise_id'].map(
    (name) => form.get(name) ?? '',
  )
  const by: Allowing = enterpriseId
    ? { userId: userId ?? '', enterpriseId }
    : { userId: userId ?? '', teamId: teamId ?? '' }
  return authorizing.approve(url, by)
}

function question(appName: string, url: URL, scopes: readonly string[]): string {
  const field = (name: string) => `<label>${name} <input name="${name}"></label>`
  return `<h1>${escaped(appName)} asks to be let in</h1>
<ul>${scopes.map((scope) => `<li>${escaped(scope)}</li>`).join('')}</ul>
<form method="post" action="${escaped(authorizePath + url.search)}">
${field('user_id')}${field('team_id')}${field('enterprise_id')}
<button name="decision" value="allow">Allow</button><button name="decision" value="deny">Cancel</button>
</form>`
}

function show(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(`<!DOCTYPE html><html lang="en"><head><title>Slack</title></head><body>${body}</body></html>`)
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
