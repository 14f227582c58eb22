import { type Persona, type PersonaClaim, sameAs } from '../../domain/persona.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import { claimShown, personaAsRead } from './sketch.js'
import { namesNobody } from './write-sketch.js'

export type Changed = {
  readonly persona: Persona
  readonly claim: PersonaClaim | null
  readonly actId: string
}

/**
 * Puts a claim into other words. What was tried is about the words before: it is open again. `wording`: how it read when the
 * form was opened; null where that is not known any more.
 */
export const rewordClaim = (
  ports: ActPorts,
  asker: Asker,
  {
    claimId,
    wording,
    text,
  }: { readonly claimId: string; readonly wording: string | null; readonly text: string },
): Promise<Outcome<Changed>> =>
  act(ports, asker, 'sketch', null, async (stores, { id: actId }) => {
    const found = await claimShown(stores, claimId)
    if (found === null) return rejected({ reason: 'claim-gone' })
    const { claim, persona } = found
    if (wording !== null && claim.wording !== wording) return rejected({ reason: 'claim-reworded' })
    const others = (await stores.personaClaims.of([persona.id])).filter(({ id }) => id !== claimId)
    if (others.some((each) => sameAs(each.text) === sameAs(text)))
      return rejected({ reason: 'claim-known', text })
    const refusal = await namesNobody(stores, [text])
    if (refusal !== null) return rejected(refusal)
    // Another letter or stop is no other claim.
    const next = sameAs(claim.text) === sameAs(text) ? claim.wording : ports.newId()
    await stores.personaClaims.change(claimId, { text, wording: next })
    return ok({ persona, claim: { ...claim, text, wording: next }, actId })
  })

export const dropClaim = (ports: ActPorts, asker: Asker, claimId: string): Promise<Outcome<Changed>> =>
  act(ports, asker, 'sketch', null, async (stores, { id: actId }) => {
    const found = await claimShown(stores, claimId)
    if (found === null) return rejected({ reason: 'claim-gone' })
    await stores.trials.removeAllOn(claimId)
    await stores.personaClaims.remove(claimId)
    return ok({ ...found, actId })
  })

/** The whole sketch, with what was tried of it; `undo` brings it back. */
export const dropSketch = (ports: ActPorts, asker: Asker, personaId: string): Promise<Outcome<Changed>> =>
  act(ports, asker, 'sketch', null, async (stores, { id: actId }) => {
    const persona = await stores.personas.get(personaId)
    if (persona === null) return rejected({ reason: 'sketch-gone' })
    await stores.personaClaims.removeAllOf(personaId)
    await stores.personas.remove(personaId)
    return ok({ persona: await personaAsRead(stores, persona), claim: null, actId })
  })

/** Its place hears nothing more of it, or does again. */
export const quietenSketch = (
  ports: ActPorts,
  asker: Asker,
  personaId: string,
  quiet: boolean,
): Promise<Outcome<Changed>> =>
  act(ports, asker, 'sketch', null, async (stores, { id: actId }) => {
    const persona = await stores.personas.get(personaId)
    if (persona === null) return rejected({ reason: 'sketch-gone' })
    await stores.personas.change(personaId, { quiet })
    return ok({ persona: { ...(await personaAsRead(stores, persona)), quiet }, claim: null, actId })
  })
