import { type Persona, type PersonaClaim, sameAs, type Tally, untested } from '../../domain/persona.js'
import { type Asker, scopeOf } from '../asker.js'
import { type Outcome, ok, rejected } from '../outcome.js'
import type { Stores, UnitOfWork } from '../ports.js'
import { withoutKnownNames } from './names-in.js'

/** A sketch as its readers see it: of each claim, on how many people whom the asker knows it was tried. */
export type Sketch = { readonly persona: Persona; readonly claims: readonly SketchClaim[] }
export type SketchClaim = { readonly claim: PersonaClaim; readonly tally: Tally }

/** A workspace has a handful; of very many the newest are listed. */
export const mostListed = 20
/** As many are looked through for a name. */
const mostLookedAt = 500

/** `more`: there are older ones. */
export type Sketches = { readonly sketches: readonly Sketch[]; readonly more: boolean }

export const listSketches = (uow: UnitOfWork, asker: Asker): Promise<Sketches> =>
  uow.read(scopeOf(asker), async (stores) => {
    const found = await stores.personas.all(mostListed + 1)
    const sketches = await sketchesOf(stores, found.slice(0, mostListed))
    return { sketches, more: found.length > mostListed }
  })

export const showSketch = (uow: UnitOfWork, asker: Asker, id: string): Promise<Outcome<Sketch>> =>
  uow.read(scopeOf(asker), async (stores) => {
    const persona = await stores.personas.get(id)
    const [sketch] = persona === null ? [] : await sketchesOf(stores, [persona])
    return sketch === undefined ? rejected({ reason: 'sketch-gone' }) : ok(sketch)
  })

export const sketchesOf = async (
  stores: Stores,
  personas: readonly Persona[],
): Promise<readonly Sketch[]> => {
  const written = await stores.personaClaims.of(personas.map(({ id }) => id))
  const claims = await claimsAsRead(stores, written)
  const tallies = await stores.trials.tallies(claims.map(({ id }) => id))
  const names = await withoutKnownNames(
    stores.people,
    personas.map(({ name }) => name),
  )
  return personas.map((persona, i) => ({
    persona: { ...persona, name: names[i] ?? persona.name },
    claims: claims
      .filter(({ personaId }) => personaId === persona.id)
      .map((claim) => ({ claim, tally: tallies.get(claim.id) ?? untested })),
  }))
}

/** As it may be read: somebody may have been introduced since it was written. */
export const personaAsRead = async (
  { people }: Pick<Stores, 'people'>,
  persona: Persona,
): Promise<Persona> => {
  const [name = persona.name] = await withoutKnownNames(people, [persona.name])
  return { ...persona, name }
}

export const claimsAsRead = async (
  { people }: Pick<Stores, 'people'>,
  claims: readonly PersonaClaim[],
): Promise<readonly PersonaClaim[]> => {
  const texts = await withoutKnownNames(
    people,
    claims.map(({ text }) => text),
  )
  return claims.map((claim, i) => ({ ...claim, text: texts[i] ?? claim.text }))
}

/** A claim and its sketch as they may be read; null when the asker cannot read them. */
export const claimShown = async (
  stores: Pick<Stores, 'people' | 'personas' | 'personaClaims'>,
  claimId: string,
): Promise<{ readonly claim: PersonaClaim; readonly persona: Persona } | null> => {
  const known = await stores.personaClaims.get(claimId)
  const persona = known === null ? null : await stores.personas.get(known.personaId)
  const [claim] = known === null ? [] : await claimsAsRead(stores, [known])
  return claim === undefined || persona === null
    ? null
    : { claim, persona: await personaAsRead(stores, persona) }
}

export type Named =
  | { readonly kind: 'one'; readonly persona: Persona }
  | { readonly kind: 'several'; readonly personas: readonly Persona[] }
  /** `near`: those whose names begin so. */
  | { readonly kind: 'none'; readonly near: readonly Persona[] }

/** The sketch that a name means: in this place, if there is one of that name. */
export const sketchNamed = (uow: UnitOfWork, asker: Asker, name: string): Promise<Named> =>
  uow.read(scopeOf(asker), async (stores) => {
    const found = await namedSo(stores, asker, name)
    const asRead = (all: readonly Persona[]) => Promise.all(all.map((each) => personaAsRead(stores, each)))
    if (found.kind === 'several') return { ...found, personas: await asRead(found.personas) }
    return found.kind === 'none' ? { ...found, near: await asRead(found.near) } : found
  })

export const namedSo = async (
  { personas }: Pick<Stores, 'personas'>,
  asker: Asker,
  name: string,
): Promise<Named> => {
  const all = await personas.all(mostLookedAt)
  const key = sameAs(name)
  const same = all.filter((each) => sameAs(each.name) === key)
  const here = same.filter(({ home }) => home === asker.place.home)
  const [first, ...others] = here.length > 0 ? here : same
  if (first !== undefined)
    return others.length === 0
      ? { kind: 'one', persona: first }
      : { kind: 'several', personas: [first, ...others] }
  const near = all.filter((each) => sameAs(each.name).startsWith(key) || key.startsWith(sameAs(each.name)))
  return { kind: 'none', near: near.slice(0, 5) }
}
