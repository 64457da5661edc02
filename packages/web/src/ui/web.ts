/** Only addresses of the web become links: a case is text from anywhere. */
export const isWeb = (url: string): boolean => /^https?:\/\//i.test(url)
