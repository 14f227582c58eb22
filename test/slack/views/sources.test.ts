import { describe, expect, it } from 'vitest'
import type { SourcesModel } from '../../../src/app/sources/source-model.js'
import { liveSources } from '../../../src/domain/live-source.js'
import { readPasted } from '../../../src/domain/reading/reading.js'
import { form } from '../../../src/slack/views/form-inputs.js'
import { pasteForm, understoodForm } from '../../../src/slack/views/read-form.js'
import { sourcesBlocks } from '../../../src/slack/views/sources-view.js'
import { faultsInForm } from './reading.js'

const today = '2026-11-22'
const frank = { id: 'p-frank', name: 'Frank Ortiz', role: 'buyer at Acme' }

describe('what was understood', () => {
  const shown = (text: string, name = frank.name) => {
    const reading = readPasted(text)
    if (reading.kind === 'unclear' || reading.kind === 'away') throw new Error(`read as ${reading.kind}`)
    const likely = { ...frank, name }
    const addresses = Array.from({ length: 10 }, (_, nth) => `frank${nth}@acme.example`)
    return understoodForm({ reading, text, about: null, likely, addresses, isSeenWider: true }, '{}')
  }

  it('is a form that Slack takes, however long or odd the text', () => {
    const odd = '<!channel> *bold* & \u202e \u{1F468}\u200d\u{1F469}'
    for (const text of [
      `-- \nFrank Ortiz\n${'VP '.repeat(29)}\nGlobex\nf@x.example`,
      `-- \nFrank Ortiz\nVP ${odd}\n${odd} GmbH\nf@x.example`,
      `Frank Ortiz is no longer with Acme.\n${'x\n'.repeat(2_000)}`,
      'My address has changed: frank@acme.example',
    ])
      for (const name of ['Frank', 'F'.repeat(300), odd]) expect(faultsInForm(shown(text, name))).toEqual([])
    expect(faultsInForm(pasteForm(null, '{}'))).toEqual([])
    expect(faultsInForm(pasteForm({ ...frank, name: odd }, '{}'))).toEqual([])
  })

  it('asks whether it is so only where a role is said', () => {
    const asks = (text: string) => JSON.stringify(shown(text)).includes('Is it so?')
    expect(asks('Frank Ortiz is no longer with Acme.')).toBe(true)
    expect(asks('My address has changed: frank@acme.example')).toBe(false)
  })
})

describe('where role changes come from', () => {
  const model = (mayTurn: boolean, state: 'on' | 'off' | 'unset'): SourcesModel => ({
    mayTurn,
    sources: liveSources.map((source) => ({
      source,
      state,
      lastSpokeOn: '2026-11-21',
      waiting: 1,
      held: 100_000,
    })),
  })
  const shown = (mayTurn: boolean, state: 'on' | 'off' | 'unset') =>
    form({
      id: 'x',
      title: 'x',
      submit: 'x',
      metadata: '',
      blocks: sourcesBlocks(model(mayTurn, state), today),
    })

  it('is in a form that Slack takes, with switches for admins alone', () => {
    for (const state of ['on', 'off', 'unset'] as const)
      for (const mayTurn of [true, false]) {
        expect(faultsInForm(shown(mayTurn, state))).toEqual([])
        const text = JSON.stringify(shown(mayTurn, state))
        expect(text.includes('checkboxes')).toBe(mayTurn && state !== 'unset')
        expect(text.includes('last spoke')).toBe(state !== 'unset')
        expect(text.includes('30 days')).toBe(state === 'on')
      }
  })
})
