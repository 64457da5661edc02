/** The earliest time that a zip archive can hold, at any hour of any time zone. */
export const ZIP_EPOCH = new Date(1980, 0, 2)
