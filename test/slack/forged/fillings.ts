import { formIds } from '../../../src/slack/action-ids.js'
import type { Team } from '../../support/team.js'
import type { World } from './world.js'

export type Values = Parameters<ReturnType<Team['slack']['as']>['submit']>[1]

/** What each form is filled in with, besides what it holds already. */
export const fillings = ({ team, own }: World): Record<string, Values> => {
  const rows = own('Name,Email\nZelda Filed,z@nimbus.example\n')
  const file = team.slack.as(team.ana).bring('mine.csv', rows)
  return {
    [formIds.import]: { file },
    [formIds.reachedOut]: { text: own('secret words') },
    [formIds.talked]: { text: own('secret words') },
    [formIds.writeNote]: { text: own('secret words') },
    [formIds.claim]: { text: own('they have a secret wish') },
    [formIds.promise]: { text: own('secret sample'), 'due-on': '2026-11-27' },
    [formIds.handOver]: { teammate: team.ana },
    [formIds.moveHome]: { channel: team.customers },
    [formIds.introduce]: { name: 'Zelda Introduced' },
    [formIds.paste]: {
      text: own('Best regards\n\nZelda Quist\nHead of secrets\nNimbus\nzelda@nimbus.example'),
    },
    [formIds.editPerson]: { name: 'Zelda Quist', prefers: own('secret calls') },
    [formIds.editEntry]: { text: own('secret changed'), title: own('Head of changed secrets') },
  }
}
