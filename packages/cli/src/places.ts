import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the system keeps what belongs to a user's programs. */
export function defaultWorkspace(): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = process.env
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'Truce')
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Truce')
  return join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'truce')
}

/** Where the secret of a team's server is kept. */
export const defaultSecrets = (): string => join(defaultWorkspace(), '.truce', 'secrets')
