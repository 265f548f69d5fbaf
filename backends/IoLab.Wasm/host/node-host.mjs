// Runs a guest's module under Node's WASI: node-host.mjs MODULE [DIRECTORY...]. The guest sees the directories under the same paths, and no variables.
import { readFile } from 'node:fs/promises';
import { WASI } from 'node:wasi';

const [moduleFilePath, ...directories] = process.argv.slice(2);
const wasi = new WASI({
  version: 'preview1', args: ['iovm'], env: {}, preopens: Object.fromEntries(directories.map((directory) => [directory, directory])), returnOnExit: false,
});
const { instance } = await WebAssembly.instantiate(await readFile(moduleFilePath), wasi.getImportObject());
wasi.initialize(instance);
instance.exports.serve();
