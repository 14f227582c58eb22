import type { IncomingMessage, ServerResponse } from 'node:http'
import { isObject, parseJson } from '../json.js'
import type { PracticeSlack } from '../slack.js'
import { readBody } from '../web-api/request.js'
import { answer, answerFile, answerJson } from './answering.js'
import { sendAsset } from './assets.js'
import { deed } from './deeds.js'
import type { Equipment } from './equipment.js'
import { tellChanges } from './live.js'
import { scene } from './scene.js'
import { Stage } from './stage.js'
import { trafficAfter } from './traffic.js'

/** Serves the page at the practice Slack's own address (`slack.origin`). */
export function servePage(slack: PracticeSlack, equipment: Equipment): void {
  const stage = new Stage(slack, equipment)
  slack.mount((request, response) => serve(stage, request, response))
}

async function serve(stage: Stage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isFromHere(request)) return answer(response, 403, 'text/plain', '')
  const url = new URL(request.url ?? '/', stage.slack.origin)
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  switch (url.pathname) {
    case '/page/changes':
      return tellChanges(stage, response)
    case '/page/scene':
      return answerJson(response, () => scene(stage, asked('user'), asked('channel')))
    case '/page/traffic':
      return answerJson(response, () => trafficAfter(stage, Number(asked('after'))))
    case '/page/names':
      return answerJson(
        response,
        async () => (await stage.equipment.names?.(asked('user'), asked('typed'))) ?? [],
      )
    case '/page/file': {
      const file = stage.slack.fileSeenBy(asked('user'), asked('id'))
      if (file) return answerFile(response, file)
      break
    }
    case '/page/deed': {
      // JSON only: another site's form cannot send it without asking first.
      if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') break
      const body = parseJson(await readBody(request))
      return answerJson(response, () => deed(stage, isObject(body) ? body : {}))
    }
    default:
      return sendAsset(response, url.pathname)
  }
  answer(response, 404, 'text/plain', 'Nothing here')
}

/** Another site's page must not reach this one, neither by a name that points to this machine nor from elsewhere. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const isOurs = (host: string) => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
  if (!isOurs(headers.host ?? '')) return false
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}
