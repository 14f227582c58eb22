import type { Json } from '../json.js'
import type { ActorParts } from './parts.js'
import type { Run } from './run.js'

/** Delivers an interaction, if interactivity is on, and notes on the run what became of it. */
export async function deliverInteraction(parts: ActorParts, run: Run, payload: Json): Promise<void> {
  const { manifest, record, changes, standing } = parts.workspace
  const withhold = (note: string) => {
    run.delivered = false
    record.note({ direction: 'withheld', kind: 'interaction', name: run.name, body: payload, note })
  }
  if (!standing()) return withhold('the app is not installed in this workspace')
  if (!manifest.interactivity) {
    const note = `interactivity is off in the manifest: ${run.name} was not delivered`
    withhold(note)
    record.problem('not_declared', note)
    return
  }
  const receipt = await parts.carrier.deliver({ kind: 'interactive', name: run.name, payload })
  run.tookMs = receipt.tookMs
  run.acknowledged = receipt.ok
  if (receipt.ok) run.ackBody = receipt.body
  else run.error = receipt.reason.endsWith('timeout') ? 'operation_timeout' : 'dispatch_failed'
  changes.touch()
}
