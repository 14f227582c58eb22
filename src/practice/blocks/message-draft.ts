import { isObject, type Json, objectsAt, textAt } from '../json.js'
import { areBlocksTooLong, messageBlockFaults } from './message-blocks.js'
import { faultMessage } from './spot.js'

/** Where Slack cuts a message's top-level text. */
const textCutAt = 40_000
const metadataBytes = 16_000

/** A message's content that Slack would take. */
export interface MessageContent {
  text: string
  blocks: Json[]
  attachments: Json[]
  metadata?: Json
  /** The text was longer than 40,000 and was cut. */
  wasCut: boolean
}

/** Slack's judgement: the content, or the error code with a message for each fault. */
export type Judgement = { ok: true; content: MessageContent } | { ok: false; error: string; faults: string[] }

/** Judges what a bot wants to show: text, blocks, attachments and metadata, parsed already. */
export function judgeMessage(body: Json): Judgement {
  const { blocks, attachments, metadata } = body
  const text = textAt(body, 'text') ?? ''
  if (blocks !== undefined && !Array.isArray(blocks))
    return refused('invalid_blocks_format', ['blocks must be an array'])
  const faults = blocks ? messageBlockFaults(blocks).map(faultMessage) : []
  if (faults.length > 0) return refused('invalid_blocks', faults)
  if (areBlocksTooLong(blocks))
    return refused('msg_blocks_too_long', ['the texts of all blocks together are too long'])
  const badMetadata = metadata === undefined ? undefined : metadataFault(metadata)
  if (badMetadata) return refused(badMetadata, [])
  const shown = objectsAt(body, 'blocks')
  const attached = Array.isArray(attachments) ? attachments.filter(isObject) : []
  const attachmentFaults = attached.flatMap((item, index) => attachmentBlockFaults(item, index))
  if (attachmentFaults.length > 0) return refused('invalid_attachments', attachmentFaults)
  if (text.trim() === '' && shown.length === 0 && attached.length === 0) return refused('no_text', [])
  const content = {
    text: text.slice(0, textCutAt),
    blocks: shown,
    attachments: attached,
    wasCut: text.length > textCutAt,
  }
  // An empty object takes metadata away.
  const hasMetadata = isObject(metadata) && Object.keys(metadata).length > 0
  return { ok: true, content: hasMetadata ? { ...content, metadata } : content }
}

function refused(error: string, faults: string[]): Judgement {
  return { ok: false, error, faults }
}

function attachmentBlockFaults(attachment: Json, index: number): string[] {
  if (attachment.blocks === undefined) return []
  return messageBlockFaults(attachment.blocks).map((fault) =>
    faultMessage({ ...fault, pointer: `/attachments/${index}${fault.pointer}` }),
  )
}

function metadataFault(metadata: unknown): string | undefined {
  if (!isObject(metadata)) return 'invalid_metadata_format'
  if (Object.keys(metadata).length === 0) return undefined
  if (!textAt(metadata, 'event_type') || !isObject(metadata.event_payload)) return 'invalid_metadata_schema'
  return Buffer.byteLength(JSON.stringify(metadata)) > metadataBytes ? 'metadata_too_large' : undefined
}
