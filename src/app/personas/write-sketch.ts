import { mostClaims, type Persona, type PersonaClaim, sameAs } from '../../domain/persona.js'
import { type ActPorts, act } from '../acting.js'
import type { Asker } from '../asker.js'
import { type Outcome, ok, type Rejection, rejected } from '../outcome.js'
import type { ActingStores } from '../ports.js'
import { tellsAll } from '../tells-all.js'
import { namedIn } from './names-in.js'
import { namedSo, personaAsRead } from './sketch.js'

export type Written = {
  readonly persona: Persona
  readonly added: readonly PersonaClaim[]
  readonly actId: string
}

/** `/persona NAME: claim; claim`: a sketch that nobody has tested yet. It lives where it is written. */
export const writeSketch = (
  ports: ActPorts,
  asker: Asker,
  { name, claims }: { readonly name: string; readonly claims: readonly string[] },
): Promise<Outcome<Written>> =>
  act(ports, asker, 'sketch', null, async (stores, { id: actId }) => {
    const known = await namedSo(stores, asker, name)
    if (known.kind !== 'none') return rejected({ reason: 'sketch-known', name })
    const somebody = await namedIn(stores.people, [name, ...claims])
    if (somebody !== null) return rejected({ reason: 'names-somebody', somebody })
    if (claims.length > mostClaims) return rejected({ reason: 'too-many-claims', name, most: mostClaims })
    const { home } = asker.place
    await stores.places.know(home, asker.zoneGiven)
    const persona: Persona = {
      ...{ id: ports.newId(), home, by: asker.userId, at: asker.at },
      ...{ name, quiet: false },
    }
    await stores.personas.add(persona)
    return ok({ persona, added: await addAll(ports, stores, asker, persona, claims), actId })
  })

/** `/persona claim NAME: claim; claim`. `isTold`: a form said before who reads it, where more do than read here. */
export const addClaims = (
  ports: ActPorts,
  asker: Asker,
  personaId: string,
  { claims, isTold }: { readonly claims: readonly string[]; readonly isTold: boolean },
): Promise<Outcome<Written>> =>
  act(ports, asker, 'sketch', null, async (stores, { id: actId }) => {
    const written = await stores.personas.get(personaId)
    if (written === null) return rejected({ reason: 'sketch-gone' })
    const persona = await personaAsRead(stores, written)
    const { name, home } = persona
    if (!isTold && !tellsAll(asker, home)) return rejected({ reason: 'sketch-read-wider', name, home })
    const known = await stores.personaClaims.of([personaId])
    const same = claims.find((text) => known.some((each) => sameAs(each.text) === sameAs(text)))
    if (same !== undefined) return rejected({ reason: 'claim-known', text: same })
    if (known.length + claims.length > mostClaims)
      return rejected({ reason: 'too-many-claims', name, most: mostClaims })
    const refusal = await namesNobody(stores, claims)
    if (refusal !== null) return rejected(refusal)
    return ok({ persona, added: await addAll(ports, stores, asker, persona, claims), actId })
  })

export const namesNobody = async (
  { people }: ActingStores,
  texts: readonly string[],
): Promise<Rejection | null> => {
  const somebody = await namedIn(people, texts)
  return somebody === null ? null : { reason: 'names-somebody', somebody }
}

const addAll = async (
  { newId }: ActPorts,
  { personaClaims }: ActingStores,
  { userId: by, at }: Asker,
  { id: personaId, home }: Persona,
  claims: readonly string[],
): Promise<readonly PersonaClaim[]> => {
  const added: PersonaClaim[] = []
  for (const text of claims) {
    const id = newId()
    const claim: PersonaClaim = { id, personaId, home, by, at, text, wording: id, told: null }
    await personaClaims.add(claim)
    added.push(claim)
  }
  return added
}
