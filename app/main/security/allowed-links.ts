/** Hosts that the program may open in the user's browser. */
const allowedHosts: readonly string[] = [
  'aws.amazon.com',
  'docs.aws.amazon.com',
  'calculator.aws',
  'console.aws.amazon.com',
  'repost.aws',
];

/** True for plain https addresses of an allowed host. */
export const isAllowedLink = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isPlain = url.username === '' && url.password === '' && url.port === '';
  return url.protocol === 'https:' && isPlain && allowedHosts.includes(url.hostname);
};
