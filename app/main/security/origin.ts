/** The page's own origin. Everything else is foreign. */
export const appScheme = 'app';
export const appHost = 'stratiform';
export const pageUrl = `${appScheme}://${appHost}/index.html`;

/** True for addresses of the page's own origin: exact scheme and host, no user, no port. */
export const isOwnUrl = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${appScheme}:` &&
    url.host === appHost &&
    url.username === '' &&
    url.password === '' &&
    url.port === ''
  );
};
