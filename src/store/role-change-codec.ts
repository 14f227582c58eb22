import type { RoleAnswer, RoleQuestion } from '../domain/role-change/role-question.js'
import type { Sighting } from '../domain/role-change/sighting.js'
import { about, aboutCells, type Codec, json } from './codec.js'
import { keyOf } from './derived.js'

export const sightingCodec: Codec<Sighting, 'sightings'> = {
  table: 'sightings',
  encode: (sighting) => ({
    ...aboutCells(sighting),
    written_at: sighting.at,
    source: sighting.source,
    source_key: keyOf(sighting.key),
    title: sighting.title,
    company: sighting.company,
    observed_at: sighting.observedAt,
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    source: row.source,
    key: row.source_key,
    title: row.title,
    company: row.company,
    observedAt: row.observed_at,
  }),
}

export const roleQuestionCodec: Codec<RoleQuestion, 'role_questions'> = {
  table: 'role_questions',
  encode: (question) => ({
    ...aboutCells(question),
    written_at: question.at,
    source: question.source,
    observed_at: question.observedAt,
    words: question.words,
    change: json(question.change),
    why: question.why,
    successor: question.successor === null ? null : json(question.successor),
    answered_as: question.answered?.as ?? null,
    answered_by: question.answered?.by ?? null,
    answered_at: question.answered?.at ?? null,
    recorded: question.recorded === null ? null : json(question.recorded),
    news_id: question.recorded?.newsId ?? null,
  }),
  decode: (row) => ({
    ...about(row),
    at: row.written_at,
    source: row.source,
    observedAt: row.observed_at,
    words: row.words,
    change: JSON.parse(row.change),
    why: row.why,
    successor: row.successor === null ? null : JSON.parse(row.successor),
    answered:
      row.answered_as === null
        ? null
        : {
            // Written by this program alone, always from a `RoleAnswer`.
            as: row.answered_as as RoleAnswer,
            by: row.answered_by ?? row.written_by,
            at: row.answered_at ?? row.written_at,
          },
    recorded: row.recorded === null ? null : JSON.parse(row.recorded),
  }),
}
