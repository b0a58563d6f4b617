/** Memory that a Fargate task of so many CPU units may have, in MB. Amazon ECS Developer Guide, "Fargate task definition considerations". */
const SIZES = {
  '256': { label: '0.25 vCPU', memory: [512, 1024, 2048] },
  '512': { label: '0.5 vCPU', memory: steps(1024, 4096, 1024) },
  '1024': { label: '1 vCPU', memory: steps(2048, 8192, 1024) },
  '2048': { label: '2 vCPU', memory: steps(4096, 16_384, 1024) },
  '4096': { label: '4 vCPU', memory: steps(8192, 30_720, 1024) },
  '8192': { label: '8 vCPU', memory: steps(16_384, 61_440, 4096) },
  '16384': { label: '16 vCPU', memory: steps(32_768, 122_880, 8192) },
} as const;

function steps(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}

export type FargateCpu = keyof typeof SIZES;

export const FARGATE_CPU: Readonly<Record<FargateCpu, string>> = {
  '256': SIZES['256'].label,
  '512': SIZES['512'].label,
  '1024': SIZES['1024'].label,
  '2048': SIZES['2048'].label,
  '4096': SIZES['4096'].label,
  '8192': SIZES['8192'].label,
  '16384': SIZES['16384'].label,
};

/** Sizes of memory that AWS sells with a CPU, in MB. */
export const fargateSizes = (cpu: FargateCpu): readonly number[] => SIZES[cpu].memory;

/** CPU units that AWS sells, with so much memory where that is stated; small ones first. */
export const fargateCpuFor = (memoryMb: number | undefined): readonly string[] =>
  Object.entries(SIZES)
    .filter(([, { memory }]) => memoryMb === undefined || memory.some((size) => size === memoryMb))
    .map(([cpu]) => cpu);

/** The least memory AWS sells with that CPU that is not below what is asked for; the most there is where nothing is enough. */
export function fargateMemory(cpu: FargateCpu, wantedMb: number): number {
  const { memory } = SIZES[cpu];
  return memory.find((size) => size >= wantedMb) ?? memory[memory.length - 1] ?? wantedMb;
}
