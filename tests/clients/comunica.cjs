// Asks with Comunica what the tests ask: one query a line of JSON in, one answer a line of JSON out.
"use strict";

const readline = require("node:readline");
const { QueryEngine } = require("@comunica/query-sparql");

/** Gives an RDF term as the tests compare it: its text, and for a literal its language or datatype. */
function plain(term) {
  return term.termType === "Literal" ? [term.value, term.language || term.datatype.value] : [term.value];
}

async function answer({ query, sources }) {
  // An engine remembers what an address was to it: a file or an endpoint.
  const result = await new QueryEngine().query(query, { sources });
  if (result.resultType === "boolean") {
    return await result.execute();
  }
  const items = await (await result.execute()).toArray();
  if (result.resultType === "quads") {
    return items.map((quad) => [quad.subject, quad.predicate, quad.object].map(plain));
  }
  return items.map((row) => Object.fromEntries([...row].map(([variable, term]) => [variable.value, plain(term)])));
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    let said;
    try {
      said = { result: await answer(JSON.parse(line)) };
    } catch (error) {
      said = { error: String(error.message) };
    }
    process.stdout.write(`${JSON.stringify(said)}\n`);
  }
}

main();
