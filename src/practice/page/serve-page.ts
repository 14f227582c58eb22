import type { IncomingMessage, ServerResponse } from 'node:http'
import { isObject, parseJson } from '../json.js'
import type { PracticeSlack } from '../slack.js'
import { readBody, readBytes } from '../web-api/request.js'
import { answer, answerFile, answerJson } from './answering.js'
import { sendAsset } from './assets.js'
import { deed } from './deeds.js'
import type { Equipment } from './equipment.js'
import { tellChanges } from './live.js'
import { scene } from './scene.js'
import { Stage } from './stage.js'
import { trafficAfter } from './traffic.js'
import type { Brought } from './wire.js'

/** Only this: another site's form cannot send it without asking first. */
const rawBytes = 'application/octet-stream'

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
    case '/page/sample': {
      const sample = stage.equipment.samples?.find(({ name }) => name === asked('name'))
      if (sample) return answerFile(response, { name: sample.name, bytes: await sample.read() })
      break
    }
    case '/page/file': {
      if (request.method === 'POST') {
        if (request.headers['content-type'] !== rawBytes) break
        const bytes = await readBytes(request)
        return answerJson(response, () => brought(stage, asked('user'), asked('name'), bytes))
      }
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

/** A file from somebody's disk: whatever becomes of it is done by a deed. */
function brought({ slack }: Stage, userId: string, name: string, bytes: Buffer): Brought {
  return { id: slack.as(userId).bring(name, bytes), name }
}

/** Another site's page must not reach this one, neither by a name that points to this machine nor from elsewhere. */
function isFromHere({ headers }: IncomingMessage): boolean {
  const isOurs = (host: string) => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
  if (!isOurs(headers.host ?? '')) return false
  return headers.origin === undefined || headers.origin === `http://${headers.host}`
}
