import type { Method } from './method.js'
import { appsConnectionsOpen, authTest, botsInfo } from './methods/auth.js'
import { chatDelete, chatGetPermalink, chatUpdate } from './methods/chat-change.js'
import { chatPostEphemeral, chatPostMessage } from './methods/chat-post.js'
import {
  conversationsInfo,
  conversationsJoin,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from './methods/conversations.js'
import {
  filesCompleteUploadExternal,
  filesDelete,
  filesGetUploadUrlExternal,
  filesInfo,
} from './methods/files.js'
import { functionsCompleteError, functionsCompleteSuccess } from './methods/functions.js'
import { conversationsHistory, conversationsReplies } from './methods/history.js'
import { reactionsGet } from './methods/reactions.js'
import { usersConversations, usersInfo, usersList } from './methods/users.js'
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './methods/views.js'

/** Every method that this Slack knows; any other is answered with `unknown_method`. */
export const methods = new Map<string, Method>(
  Object.entries({
    'apps.connections.open': appsConnectionsOpen,
    'auth.test': authTest,
    'bots.info': botsInfo,
    'chat.delete': chatDelete,
    'chat.getPermalink': chatGetPermalink,
    'chat.postEphemeral': chatPostEphemeral,
    'chat.postMessage': chatPostMessage,
    'chat.update': chatUpdate,
    'conversations.history': conversationsHistory,
    'conversations.info': conversationsInfo,
    'conversations.join': conversationsJoin,
    'conversations.list': conversationsList,
    'conversations.members': conversationsMembers,
    'conversations.open': conversationsOpen,
    'conversations.replies': conversationsReplies,
    'files.completeUploadExternal': filesCompleteUploadExternal,
    'files.delete': filesDelete,
    'files.getUploadURLExternal': filesGetUploadUrlExternal,
    'files.info': filesInfo,
    'functions.completeError': functionsCompleteError,
    'functions.completeSuccess': functionsCompleteSuccess,
    'reactions.get': reactionsGet,
    'users.conversations': usersConversations,
    'users.info': usersInfo,
    'users.list': usersList,
    'views.open': viewsOpen,
    'views.publish': viewsPublish,
    'views.push': viewsPush,
    'views.update': viewsUpdate,
  }),
)
