import type { ActPorts } from '../../app/acting.js'
import type { Asker, AskerPorts } from '../../app/asker.js'
import type { BeginPorts } from '../../app/imports/begin-import.js'
import type { Clock } from '../../app/ports.js'
import type { Meaning } from '../../app/reactions/log-reaction.js'
import type { LiveSource } from '../../domain/live-source.js'
import type { MindedLine } from '../../domain/minded.js'
import type { Question } from '../../domain/question.js'
import type { Pictures } from '../../pictures/pictures.js'
import type { SlackFiles } from '../files.js'
import type { SlackHistory } from '../history.js'
import type { Importing } from '../importing/on-the-way.js'
import type { From } from '../incoming.js'
import type { Mindful } from '../minding/mindful.js'
import type { ViewContext } from '../views/context.js'

/** What every handler needs: the use cases' ports, and the content that ships with the product. */
export type Bot = ActPorts &
  AskerPorts &
  BeginPorts & {
    readonly clock: Clock
    /** Something is to be sent, or to be put right in what was: now, and not at the next beat. */
    readonly postsWait: () => void
    /** Of the live sources those that have what they need to speak. */
    readonly sourcesSetUp: ReadonlySet<LiveSource>
    readonly questions: readonly Question[]
    readonly reactions: ReadonlyMap<string, Meaning>
    readonly mindful: Pick<Mindful, 'isOn' | 'forget'>
    readonly mindedWords: readonly MindedLine[]
    readonly messages: Pick<SlackHistory, 'messageAt' | 'threadRoot'>
    readonly files: Pick<SlackFiles, 'upload' | 'show'>
    readonly pictures: Pick<Pictures, 'company' | 'year'>
    readonly importing: Pick<Importing, 'look' | 'read' | 'follow' | 'changed'>
  }

/** One thing a teammate does: who they are, and where they did it. */
export type Turn = {
  readonly asker: Asker
  readonly from: From
  /** Opens a modal for three seconds; null where Slack gives none. */
  readonly triggerId: string | null
  /** Everything typed, as plain text; empty for a press. Shown again whenever it could not be used. */
  readonly typed: string
}

export const viewContext = ({ asker }: Turn): ViewContext => ({
  today: asker.today,
  userId: asker.userId,
  openToAll: asker.openToAll,
  place: asker.place,
})
