import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaseVersion, CaseVersionText } from '@truce/core'
import { asideIn, bringBack, placeOf, setAside } from './aside.ts'
import type { ArchivedCase, CaseArchive, CasePlace } from './case-archive.ts'
import { readFolder } from './folder.ts'
import { isId } from './names.ts'
import { place, versionOf } from './save.ts'
import type { Shelf } from './shelf.ts'
import { isCase, sync } from './shelf.ts'

/** All that a workspace in a folder has. */
export class FolderArchive implements CaseArchive {
  private readonly shelf: Shelf

  constructor(shelf: Shelf) {
    this.shelf = shelf
  }

  /** Whatever was changed outside is a version first. */
  async cases(): Promise<readonly ArchivedCase[]> {
    const { folder, versions } = this.shelf
    for (const id of await readdir(folder))
      if (isId(id) && (await isCase(this.shelf, id))) await sync(this.shelf, id)
    const removed = await asideIn(this.shelf)
    for (const id of removed) await this.syncRemoved(id)
    const found: ArchivedCase[] = []
    for (const id of versions.ids())
      found.push({ id, shippedFrom: versions.shippedFrom(id), place: await this.placeOf(id) })
    return found
  }

  async versions(id: string): Promise<readonly CaseVersion[]> {
    return this.shelf.versions.list(id)
  }

  async text(id: string, version: number): Promise<CaseVersionText> {
    return versionOf(this.shelf, id, version)
  }

  async know({ id, shippedFrom }: ArchivedCase): Promise<void> {
    this.shelf.versions.know(id, shippedFrom)
  }

  async add(id: string, version: CaseVersionText): Promise<void> {
    this.shelf.versions.restore(id, version)
  }

  async settle({ id, place: wanted }: ArchivedCase): Promise<void> {
    const { versions } = this.shelf
    const found = await this.placeOf(id)
    if (found === wanted) return
    if (found === 'gone') {
      const current = versions.current(id)
      await place(this.shelf, id, current ? (versions.text(id, current.version)?.files ?? []) : [])
    }
    if (wanted === 'removed') await setAside(this.shelf, id)
    if (wanted === 'listed' && found === 'removed') await bringBack(this.shelf, id)
  }

  private async placeOf(id: string): Promise<CasePlace> {
    if (await isCase(this.shelf, id)) return 'listed'
    return (await asideIn(this.shelf)).includes(id) ? 'removed' : 'gone'
  }

  /** What lies in a folder that was set aside is a version, as it would be once it is put back. */
  private async syncRemoved(id: string): Promise<void> {
    const { versions } = this.shelf
    if (await isCase(this.shelf, id)) return
    const disk = await readFolder(join(placeOf(this.shelf), id), id)
    const known = versions.current(id)
    if (!disk || known?.hash === disk.hash) return
    versions.know(id, null)
    const { files, hash } = disk
    const base = known?.version ?? null
    versions.add({ id, state: 'kept', origin: 'outside', base, hash, files })
  }
}
