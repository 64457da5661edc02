/** The version of Truce, the same for all its packages. */
export const VERSION = '0.1.0'
