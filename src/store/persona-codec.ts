import type { Persona, PersonaClaim, Trial } from '../domain/persona.js'
import { about, aboutCells, type Codec, flag, home } from './codec.js'

export const personaCodec: Codec<Persona, 'personas'> = {
  table: 'personas',
  encode: (persona) => ({
    id: persona.id,
    home: persona.home,
    written_by: persona.by,
    written_at: persona.at,
    name: persona.name,
    quiet: flag(persona.quiet),
  }),
  decode: (row) => ({
    id: row.id,
    home: home(row.home),
    by: row.written_by,
    at: row.written_at,
    name: row.name,
    quiet: row.quiet === 1,
  }),
}

export const personaClaimCodec: Codec<PersonaClaim, 'persona_claims'> = {
  table: 'persona_claims',
  encode: (claim) => ({
    id: claim.id,
    persona_id: claim.personaId,
    home: claim.home,
    written_by: claim.by,
    written_at: claim.at,
    text: claim.text,
    wording: claim.wording,
    told: claim.told,
  }),
  decode: (row) => ({
    id: row.id,
    personaId: row.persona_id,
    home: home(row.home),
    by: row.written_by,
    at: row.written_at,
    text: row.text,
    wording: row.wording,
    told: row.told,
  }),
}

export const trialCodec: Codec<Trial, 'persona_trials'> = {
  table: 'persona_trials',
  encode: (trial) => ({
    ...aboutCells(trial),
    written_at: trial.at,
    happened_on: trial.on,
    claim_id: trial.claimId,
    wording: trial.wording,
    holds: flag(trial.holds),
    note_id: trial.noteId,
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    on: row.happened_on,
    claimId: row.claim_id,
    wording: row.wording,
    holds: row.holds === 1,
    noteId: row.note_id,
  }),
}
