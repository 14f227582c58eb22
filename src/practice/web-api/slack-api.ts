import type { ResponseAnswer } from '../delivery/response-urls.js'
import { type OauthPorts, oauthMethods } from '../installing/oauth-methods.js'
import type { BotToken } from '../installing/tokens.js'
import type { Json } from '../json.js'
import type { Recorder, Traffic } from '../record.js'
import type { Room } from '../room.js'
import { type Answer, answering, type Call, carryOut, methodCalled } from './caller.js'
import { type Download, download, type Reader } from './downloads.js'
import type { Holder } from './holder.js'
import type { Method } from './method.js'
import { Refusal, refuse } from './refusal.js'
import { roomOf } from './routing.js'
import { receiveUpload } from './uploads.js'

export interface SlackApiPorts {
  oauth: OauthPorts
  record: Recorder
  rooms: ReadonlyMap<string, Room>
}

/** Slack's Web API for all workspaces of a server: whose token it is says where a call is carried out. */
export class SlackApi {
  readonly #ports: SlackApiPorts

  constructor(ports: SlackApiPorts) {
    this.#ports = ports
  }

  call(call: Call, token: string | undefined): Answer {
    const { oauth, record } = this.#ports
    return answering(record, call, (headers) => {
      const { name, values } = call
      const oauthMethod = oauthMethods.get(name)
      if (oauthMethod) return oauthMethod(oauth, values, token)
      const method = methodCalled(name)
      if (token === oauth.app.appToken) return this.#callAsApp(method, call, headers)
      const held = oauth.tokens.check(token)
      call.entry.installationId = held.installation.id
      if (method.token !== 'bot') refuse('not_allowed_token_type')
      const room = roomOf(held.installation, call, this.#reach(held))
      return carryOut(method, holderOf(held), room.methodParts, values, headers)
    })
  }

  /** A POST to a response_url. */
  respond(path: string, body: Json | undefined, entry: Traffic): ResponseAnswer {
    const [, , teamId = ''] = path.split('/')
    entry.installationId = teamId
    const { rooms } = this.#ports
    const room = rooms.get(teamId) ?? [...rooms.values()][0]
    if (!room) return { status: 404, body: '' }
    return room.actorParts.responseUrls.receive(path, body, entry)
  }

  /** The bytes of a file that an app announced. */
  upload(path: string, bytes: Buffer | undefined, entry: Traffic): { status: number; body: string } {
    const files = [...this.#ports.rooms.values()].map(({ methodParts }) => methodParts.files)
    return receiveUpload(this.#ports.record, files, path, bytes, entry)
  }

  download(path: string, authorization: string | undefined, entry: Traffic): Download {
    return download(this.#ports.record, path, this.#reader(authorization), entry)
  }

  #reader(authorization: string | undefined): Reader | undefined {
    try {
      const held = this.#ports.oauth.tokens.check(/^Bearer (.+)$/.exec(authorization ?? '')?.[1])
      const { around: rooms } = this.#reach(held)
      return {
        holder: holderOf(held),
        filesOf: (teamId) =>
          rooms.find(({ workspace }) => workspace.identity.teamId === teamId)?.methodParts.files,
      }
    } catch (cause) {
      if (cause instanceof Refusal) return undefined
      throw cause
    }
  }

  /** The app-level token ends with the last installation of the app. */
  #callAsApp(method: Method, { values }: Call, headers: Record<string, string>): Json {
    const { oauth, rooms } = this.#ports
    if (oauth.installations.isGoneEverywhere) refuse('account_inactive')
    const [room] = rooms.values()
    if (!room) refuse('internal_error')
    const holder = {
      kind: 'app',
      scopes: oauth.app.manifest.botScopes,
      isOrgWide: false,
      expiresAt: null,
    } as const
    return carryOut(method, holder, room.methodParts, values, headers)
  }

  /** The workspaces in which a token is good, and those of its organisation in which it is not. */
  #reach({ installation }: BotToken): { around: readonly Room[]; beyond: readonly Room[] } {
    const { rooms } = this.#ports
    if (!installation.isOrgWide) {
      const own = rooms.get(installation.id)
      return { around: own ? [own] : [], beyond: [] }
    }
    const all = [...rooms.values()].filter(({ workspace }) => workspace.organisation?.id === installation.id)
    const isGiven = ({ workspace }: Room) => installation.granted.has(workspace.identity.teamId)
    return { around: all.filter(isGiven), beyond: all.filter((room) => !isGiven(room)) }
  }
}

function holderOf({ scopes, installation, expiresAt }: BotToken): Holder {
  return { kind: 'bot', scopes, isOrgWide: installation.isOrgWide, expiresAt }
}
