// Compiles src/*.sol to artefacts/<name>.json, or with a folder as argument into that folder.
// Needs `npm ci`; the same sources and package-lock.json give the same bytes.
"use strict";
const fs = require("fs");
const path = require("path");
const solc = require("solc");

const here = __dirname;
const out = path.resolve(process.argv[2] || path.join(here, "artefacts"));
const names = fs.readdirSync(path.join(here, "src")).filter((name) => name.endsWith(".sol")).sort();

const settings = {
  optimizer: { enabled: true, runs: 10000 },
  evmVersion: "cancun",
  metadata: { bytecodeHash: "none", appendCBOR: false },
  outputSelection: { "*": { "*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] } },
};
const input = {
  language: "Solidity",
  sources: Object.fromEntries(
    names.map((name) => [name, { content: fs.readFileSync(path.join(here, "src", name), "utf8") }])),
  settings,
};
const found = (file) => {
  const place = path.join(here, "node_modules", file);
  return fs.existsSync(place) ? { contents: fs.readFileSync(place, "utf8") } : { error: "no " + file };
};
const output = JSON.parse(solc.compile(JSON.stringify(input), { import: found }));
for (const message of output.errors || []) {
  console.error(message.formattedMessage);
}
if ((output.errors || []).length) {
  process.exit(1);
}
fs.mkdirSync(out, { recursive: true });
for (const name of names) {
  const contract = path.basename(name, ".sol");
  const { abi, evm } = output.contracts[name][contract];
  const artefact = {
    contract,
    compiler: "solc " + solc.version(),
    abi,
    bytecode: "0x" + evm.bytecode.object,
  };
  fs.writeFileSync(path.join(out, contract + ".json"), JSON.stringify(artefact, null, 1) + "\n");
  console.log(contract, evm.deployedBytecode.object.length / 2, "bytes");
}
