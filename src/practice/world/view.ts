import { isObject, type Json, textAt } from '../json.js'

/** A modal or a Home as one user has it. */
export interface View {
  id: string
  kind: 'modal' | 'home'
  userId: string
  /** What the bot sent: title, blocks, submit, private_metadata, ... */
  body: Json
  /** Every block, each with ids. */
  blocks: Json[]
  /** Changes with each update; a bot may name it to avoid overwriting what it has not seen. */
  hash: string
  /** The lowest view of the stack that it belongs to. */
  rootId: string
  previousId: string | null
  externalId: string
}

/** Whose view it is. `installedTeamId`: the workspace of the installation, or its organisation. */
export interface ViewOwner {
  teamId: string
  appId: string
  botId: string
  installedTeamId: string
}

/** A view as methods and payloads show it, with the values the user has filled in. */
export function viewObject(view: View, owner: ViewOwner, values: Json): Json {
  const { body } = view
  const { teamId, appId, botId, installedTeamId } = owner
  return {
    id: view.id,
    team_id: teamId,
    type: view.kind,
    blocks: view.blocks,
    private_metadata: textAt(body, 'private_metadata') ?? '',
    callback_id: textAt(body, 'callback_id') ?? '',
    external_id: view.externalId,
    state: { values },
    hash: view.hash,
    title: isObject(body.title) ? body.title : { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: body.clear_on_close === true,
    notify_on_close: body.notify_on_close === true,
    close: isObject(body.close) ? body.close : null,
    submit: isObject(body.submit) ? body.submit : null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: appId,
    app_installed_team_id: installedTeamId,
    bot_id: botId,
  }
}
