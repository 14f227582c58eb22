import type { PostModel } from '../../app/nudges/post-model.js'
import type { Reply } from '../answer.js'

const soon = (...said: readonly unknown[]): Reply => ({ text: String(said[0]), blocks: [] })
export const postView = (model: PostModel): Reply => soon('post', model)
