/** The version of Truce, the same for all its packages. */
export const VERSION: string = '0.1.0'
