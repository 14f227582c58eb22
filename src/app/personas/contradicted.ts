import type { Notice } from '../../domain/nudge.js'
import {
  isContradicted,
  type Persona,
  type PersonaClaim,
  type Tally,
  untested,
} from '../../domain/persona.js'
import { type AskerPorts, audienceOfPlace } from '../asker.js'
import type { PlaceSettings } from '../ports.js'
import { sketchesOf } from './sketch.js'

/** What the place of a sketch hears, counted over the people whom everybody there may see. */
export type Contradicted = {
  readonly kind: 'contradicted'
  readonly persona: Persona
  readonly claim: PersonaClaim
  readonly tally: Tally
}

/** Null: it was taken back, put into other words, or wished away meanwhile. */
export const contradicted = async (
  ports: AskerPorts,
  workspaceId: string,
  { claimId, wording }: Extract<Notice, { kind: 'contradicted' }>,
  { home }: PlaceSettings,
): Promise<Contradicted | null> => {
  const audience = await audienceOfPlace(ports, workspaceId, home)
  return ports.uow.read({ workspaceId, audience }, async (stores) => {
    const known = await stores.personaClaims.get(claimId)
    const written = known === null ? null : await stores.personas.get(known.personaId)
    if (known?.wording !== wording || written === null || written.quiet || written.home !== home) return null
    const [sketch] = await sketchesOf(stores, [written])
    const found = sketch?.claims.find(({ claim }) => claim.id === claimId)
    const tally = found?.tally ?? untested
    if (sketch === undefined || found === undefined || !isContradicted(tally)) return null
    return { kind: 'contradicted', persona: sketch.persona, claim: found.claim, tally }
  })
}
