import { type Disk, nodeDisk, type OpenFile } from '../files/disk';

/** An error as the operating system reports it. */
export const systemError = (code: string): Error => Object.assign(new Error(`${code}: made for a test`), { code });

/** The real disk, except for the functions given. */
export const diskWith = (faults: Partial<Disk>): Disk => ({ ...nodeDisk, ...faults });

/** The real disk, on which files being written behave as `change` says. */
export const diskWithFiles = (change: (file: OpenFile) => Partial<OpenFile>): Disk => {
  const wrap = (file: OpenFile): OpenFile => ({ ...file, ...change(file) });
  return diskWith({
    create: async (path, mode) => wrap(await nodeDisk.create(path, mode)),
    rewrite: async (path) => wrap(await nodeDisk.rewrite(path)),
  });
};
