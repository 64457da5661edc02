export { FolderShelf as Shelf, type Look, RECORD_ID, type RecordShelf } from '@truce/host/record'
