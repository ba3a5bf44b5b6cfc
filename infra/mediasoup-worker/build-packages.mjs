// What must be on the machine to compile the worker.
import { onPath } from '../ground/executables.mjs';
import { distribution } from '../ground/platform.mjs';
import { run } from '../ground/run.mjs';

export const buildPackages = {
  debian: ['g++', 'cmake', 'ninja-build', 'pkg-config', 'libuv1-dev', 'libssl-dev', 'libsrtp2-dev', 'libabsl-dev', 'libflatbuffers-dev', 'flatbuffers-compiler'],
  fedora: ['gcc-c++', 'cmake', 'ninja-build', 'pkgconf-pkg-config', 'libuv-devel', 'openssl-devel', 'libsrtp-devel', 'abseil-cpp-devel', 'flatbuffers-devel', 'flatbuffers-compiler'],
  arch: ['gcc', 'cmake', 'ninja', 'pkgconf', 'libuv', 'openssl', 'libsrtp', 'abseil-cpp', 'flatbuffers'],
  alpine: ['g++', 'cmake', 'ninja', 'pkgconf', 'libuv-dev', 'openssl-dev', 'libsrtp-dev', 'abseil-cpp-dev', 'flatbuffers-dev', 'flatc'],
  macos: ['cmake', 'ninja', 'pkg-config', 'libuv', 'openssl@3', 'srtp', 'abseil', 'flatbuffers'],
  other: 'a C++20 compiler, cmake, ninja, pkg-config, flatc, and the development files of libuv, OpenSSL 3, libsrtp 2, abseil and flatbuffers',
};

const isInstalled = async (name) => {
  try {
    return (await run('dpkg-query', ['-W', '-f=${db:Status-Status}', name])).trim() === 'installed';
  } catch {
    return false; // dpkg-query fails for a name it does not know
  }
};

/** The names of what is missing. Only Debian's packages can be asked for; elsewhere the tools stand for the libraries. */
export async function missingBuildPackages(here = distribution()) {
  if (here === 'debian') {
    const answers = await Promise.all(buildPackages.debian.map(async (name) => ((await isInstalled(name)) ? [] : [name])));
    return answers.flat();
  }
  const tools = [['c++', 'g++', 'clang++'], ['cmake'], ['ninja'], ['pkg-config', 'pkgconf'], ['flatc']];
  return tools.filter((names) => !onPath(names)).map(([name]) => name);
}
