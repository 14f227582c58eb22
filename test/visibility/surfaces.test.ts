import { expect, it } from 'vitest'
import { loadReactions } from '../../src/content/reactions.js'
import { actionIds, formIds } from '../../src/slack/action-ids.js'
import { verbs } from '../../src/slack/command/verbs.js'
import { forms as listenedForms } from '../../src/slack/forms/index.js'
import { events as listenedEvents, shortcuts as listenedShortcuts } from '../../src/slack/listeners.js'
import { lookups as listenedLookups } from '../../src/slack/listens.js'
import { presses as listenedPresses } from '../../src/slack/presses/index.js'
import { shortcutsOf } from '../../src/slack/shortcuts/index.js'
import { silentListeners } from '../slack/bot.js'
import { commands, events, forms, lookups, others, presses, reactions, shortcuts } from './surfaces.js'

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort()

it('every command has a row in the matrix', () => {
  expect(sorted(Object.keys(commands))).toEqual(sorted(Object.keys(verbs)))
})

it('every button, select and type-ahead has a row in the matrix', () => {
  expect(sorted(Object.keys(presses))).toEqual(
    sorted([...Object.keys(listenedPresses), ...lookups, ...Object.values(actionIds)]),
  )
})

it('every form has a row in the matrix', () => {
  expect(sorted(Object.keys(forms))).toEqual(sorted(Object.keys(listenedForms)))
  expect(sorted(Object.keys(forms))).toEqual(sorted(Object.values(formIds)))
})

it('every shortcut has a row in the matrix', () => {
  expect(sorted(Object.keys(shortcuts))).toEqual(sorted(Object.keys(shortcutsOf)))
  for (const [id, isOnMessage] of Object.entries(shortcuts))
    expect(Object.entries(listenedShortcuts)).toContainEqual([id, isOnMessage ? 'message' : 'global'])
})

it('every reaction with a meaning has a row in the matrix', () => {
  expect(sorted(reactions)).toEqual(sorted(loadReactions().keys()))
})

it('every select that looks people up has a row in the matrix', () => {
  expect(sorted(lookups)).toEqual(sorted(Object.keys(listenedLookups)))
})

it('everything else that is listened to has a row that says where it is tried', () => {
  expect(sorted(Object.keys(others))).toEqual(sorted(Object.keys(silentListeners)))
  expect(sorted(Object.keys(events))).toEqual(sorted(listenedEvents))
})
