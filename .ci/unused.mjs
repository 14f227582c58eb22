// Dead code, by knip. Its parser runs on Node 20.19 and later; npm does not even install it for an older one.
import { spawnSync } from 'node:child_process'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major === 20 && minor < 19) {
  console.warn('Dead code was not looked for: knip needs Node 20.19 or later. CI looks.')
  process.exit(0)
}
process.exit(spawnSync('knip', { stdio: 'inherit', shell: true }).status ?? 1)
