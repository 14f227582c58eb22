import type { Tuning } from '../connection/connect.js'
import type { Identity } from '../connection/identity.js'
import { tellingWith } from '../conversation/telling.js'
import { SlackDownloads } from '../downloads.js'
import { type SlackAccess, uploadingClient } from '../web-clients.js'
import { type BoardPorts, ImportBoard } from './board.js'
import type { Importing } from './on-the-way.js'
import { ImportReader, type ReaderPorts } from './reader.js'
import type { NoteDown } from './slate.js'

const usualGapMs = 3_000

type Joining = Pick<BoardPorts, 'uow' | 'clock' | 'realClock' | 'sender' | 'isShared' | 'log'> &
  Pick<ReaderPorts, 'newId' | 'openFile'> & {
    readonly slack: SlackAccess
    readonly me: Pick<Identity, 'workspaceId'>
    readonly tuning: Partial<Pick<Tuning, 'progressMs'>> | undefined
  }

/** Over a client of its own, so that it holds nobody up. */
export const importingWith = ({ slack, me, tuning, ...ports }: Joining): Importing => {
  const { workspaceId } = me
  const client = uploadingClient(slack, ports.log.part('slack'))
  const downloads = new SlackDownloads(client, slack, ports.log)
  const telling = tellingWith(ports.uow)
  const noteDown: NoteDown = async (text) => {
    const told = await telling(workspaceId, text)
    return ({ channelId, ts }) => told({ kind: 'message', channelId, ref: ts })
  }
  const board = new ImportBoard({
    ...ports,
    workspaceId,
    client,
    noteDown,
    gapMs: tuning?.progressMs ?? usualGapMs,
  })
  const reader = new ImportReader({ ...ports, downloads, board })
  return {
    look: (fileId, userId) => reader.look(fileId, userId),
    read: (asker, file, columns) => reader.read(asker, file, columns),
    follow: (importId, channelId, ts, userId) => board.follow(importId, { channelId, ts, userId }),
    changed: () => board.look(),
    stop: async () => {
      await reader.stop()
      await board.stop()
    },
  }
}
