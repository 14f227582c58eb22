import type { SeenMessage } from '../../src/practice/sight/seen.js'
import type { Team } from '../support/team.js'
import { type Ledger, wordsIn } from './ledger.js'
import { readersOf, readsPost, seesPiece } from './oracle.js'
import type { Sends } from './sends.js'

type Body = Readonly<Record<string, unknown>>

/** Reads everything that the bot sends, and everything that somebody could read of it, and finds what is not theirs. */
export class Audit {
  readonly leaks: string[] = []
  readonly #team: Team
  readonly #ledger: Ledger
  readonly #sends: Sends
  #read = 0

  constructor(team: Team, ledger: Ledger, sends: Sends) {
    this.#team = team
    this.#ledger = ledger
    this.#sends = sends
  }

  /** What one person alone is shown. */
  shown(reader: string, text: string, how: string): void {
    for (const word of wordsIn(text)) if (!this.#may(reader, word)) this.#leak(word, reader, how)
  }

  /** Everything that went over the wire since the last look. */
  wire(): void {
    const { traffic } = this.#team.slack
    for (; this.#read < traffic.length; this.#read += 1) {
      const entry = traffic[this.#read]
      if (entry?.direction !== 'in' || entry.kind !== 'method') continue
      const body = Object(entry.body) as Body
      if (wordsIn(JSON.stringify(body)).size > 0) this.#method(entry.name, body)
    }
  }

  /** What stands in all channels, and in every Home, for those who may look there now. */
  sight(readers: readonly string[]): void {
    const { slack } = this.#team
    // What stands where the bot is not any more it cannot take away.
    for (const { id } of slack.places.all().filter(({ members }) => members.has(slack.botUserId)))
      for (const reader of readersOf(slack, id).filter((each) => readers.includes(each)))
        for (const seen of slack.seenBy(reader, id)) this.#seen(reader, seen)
    for (const reader of readers) {
      const { home, modals } = slack.as(reader)
      for (const view of [home, ...modals])
        if (view !== undefined) this.shown(reader, JSON.stringify(view.body), 'a view')
    }
  }

  #seen(reader: string, seen: SeenMessage): void {
    const { slack } = this.#team
    // What only its reader saw was looked at when it was shown, and people's own words are theirs.
    if (seen.isEphemeral || seen.user !== slack.botUserId) return
    for (const { id } of seen.files ?? []) {
      const file = slack.fileSeenBy(reader, id)
      if (file !== undefined)
        this.shown(reader, `${file.alt ?? ''} ${file.bytes.toString('utf8')}`, `the file ${file.name}`)
    }
    this.#posted(reader, seen.channelId, JSON.stringify([seen.text, seen.blocks]), 'what stands there')
  }

  #method(name: string, body: Body): void {
    const text = JSON.stringify(body)
    if (name === 'chat.postMessage' || name === 'chat.update')
      for (const reader of readersOf(this.#team.slack, String(body.channel)))
        this.#posted(reader, String(body.channel), text, name)
    else if (name === 'chat.postEphemeral') this.shown(String(body.user), text, name)
    else if (name === 'views.publish') this.shown(String(body.user_id), text, name)
    else if (name.startsWith('views.'))
      this.shown(this.#sends.triggers.get(String(body.trigger_id ?? body.view_id)) ?? '', text, name)
    else if (!name.startsWith('files.')) this.leaks.push(`${name} carried what people told us`)
  }

  #posted(reader: string, channelId: string, text: string, how: string): void {
    const isDirect = channelId.startsWith('D')
    if (isDirect) this.shown(reader, text, `${how} in a DM`)
    for (const word of isDirect ? [] : wordsIn(text)) {
      const piece = this.#ledger.pieces.get(word)
      const person = piece && this.#ledger.people.get(piece.about)
      if (piece === undefined || person === undefined || this.#ledger.spoken.has(word)) continue
      if (!readsPost(this.#team.slack, reader, channelId, person, piece)) this.#leak(word, reader, how)
    }
  }

  #may(reader: string, word: string): boolean {
    const piece = this.#ledger.pieces.get(word)
    if (piece === undefined || this.#ledger.spoken.has(word)) return true
    if (this.#ledger.hasTyped(reader, word)) return true
    const person = this.#ledger.people.get(piece.about)
    return person !== undefined && seesPiece(this.#team.slack, reader, person, piece)
  }

  #leak(word: string, reader: string, how: string): void {
    const piece = this.#ledger.pieces.get(word)
    const { people } = this.#team.slack
    const name = people.all().find(({ id }) => id === reader)?.name ?? reader
    this.leaks.push(`${name} reads ${word} (${piece?.label}, typed in ${piece?.home}) by ${how}`)
  }
}
