import { zlibSync } from "fflate";

/**
 * Zeros compressed twice over by zlib, without ever holding them: Deflate by hand (RFC 1951, fixed codes), where a match
 * of 258 bytes at distance 1 is 13 bits, and then a second layer around that.
 */
export function flateOfZeros(length: number): Uint8Array {
  const bits: number[] = [1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0];
  const match = [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0];
  const rounds = Math.ceil(length / (258 * 8));
  // Eight matches fill 13 bytes, so that each round shifts the same bits by the same amount.
  const round = Array(8).fill(match).flat();
  const packed = new Uint8Array(2 + 13 * (rounds + 2));
  packed.set([0x78, 0x9c]);
  const write = (at: number, bit: number) => {
    packed[2 + (at >> 3)] = (packed[2 + (at >> 3)] as number) | (bit << (at & 7));
  };
  let at = 0;
  for (const bit of bits) write(at++, bit);
  for (let done = 0; done < rounds; done++) for (const bit of round) write(at++, bit);
  // The end of the block is seven zeros, which the array holds already; readers of PDF ignore the checksum behind it.
  return zlibSync(packed.subarray(0, 6 + ((at + 14) >> 3)), { level: 9 });
}
