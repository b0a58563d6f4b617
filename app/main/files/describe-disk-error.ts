import { type Failure, type FailureCode, fail } from '../../../shared/ipc/answer';
import { hasCode } from './disk';

type Explanation = { readonly codes: readonly string[]; readonly failure: FailureCode; readonly text: string };

const explanations: readonly Explanation[] = [
  {
    codes: ['ENOSPC', 'EDQUOT', 'EFBIG'],
    failure: 'disk-full',
    text: 'the disk is full. Free some space, or choose another place with Save As…',
  },
  {
    codes: ['EROFS'],
    failure: 'read-only',
    text: 'the disk is read-only. Choose another place with Save As…',
  },
  {
    codes: ['EACCES', 'EPERM'],
    failure: 'no-permission',
    text: 'you have no permission for it. Change the permissions of the file or its folder, or choose another place.',
  },
  {
    codes: ['ENOENT', 'ENOTDIR'],
    failure: 'not-found',
    text: 'it is not there any more. It may have been moved, renamed or deleted.',
  },
  { codes: ['EISDIR'], failure: 'not-a-file', text: 'it is a folder. Choose a file.' },
  { codes: ['ELOOP'], failure: 'not-a-file', text: 'it is a link that leads back to itself.' },
  { codes: ['ENAMETOOLONG'], failure: 'bad-name', text: 'its name is too long. Choose a shorter one.' },
  {
    codes: ['ERR_INVALID_ARG_VALUE', 'EINVAL', 'EILSEQ'],
    failure: 'bad-name',
    text: 'its name has characters that this disk does not allow. Choose another one.',
  },
  {
    codes: ['EBUSY', 'ETXTBSY'],
    failure: 'io',
    text: 'another program holds it. Close that program, then try again.',
  },
];

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';

/** A failure people can act on, from an error of the operating system. `what` begins the sentence: `“a.stratiform” could not be saved`. */
export const describeDiskError = (error: unknown, what: string): Failure => {
  const known = explanations.find((explanation) => hasCode(error, ...explanation.codes));
  if (known !== undefined) return fail(known.failure, `${what}: ${known.text}`);
  return fail('io', `${what}: the disk reported ${codeOf(error)}. Try again, or choose another place with Save As…`);
};
