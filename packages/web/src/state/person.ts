/** Whether the server is a team's: it says so in its page. */
export const isTeam = (): boolean => document.querySelector('meta[name="truce-team"]') !== null

/** Who is signed in at this page; nobody in a workspace of one person. */
let person: string | undefined

/** From now on what the browser keeps is theirs. Called before anything of a team's page is drawn. */
export function signedInAs(id: string | undefined): void {
  person = id
}

/**
 * The name under which the browser keeps something of whoever uses the page: what a workspace of one
 * person keeps stays under the plain name, and what somebody of a team keeps is found by them alone.
 */
export const ownName = (name: string): string =>
  person === undefined ? name : `${name}@${encodeURIComponent(person)}`
