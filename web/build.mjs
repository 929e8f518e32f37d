// Bundles what pages load: every src/*.ts is the script of a page, with the styles that it imports beside it.
// Names hold a digest of the content. The licences of what is bundled go along, in notices.*.txt.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "src", "graph", "web", "static", "built");
const entries = readdirSync(join(here, "src")).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: entries.map((name) => `src/${name}`),
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  legalComments: "none",
  charset: "utf8",
  entryNames: "[name].[hash]",
  chunkNames: "[name].[hash]",
  assetNames: "[name].[hash]",
  loader: { ".svg": "file", ".woff2": "file" },
  metafile: true,
  logLevel: "warning",
});

const notices = [...bundled(metafile)]
  .sort()
  .map(notice)
  .join(`\n\n${"-".repeat(80)}\n\n`);
const digest = createHash("sha256").update(notices).digest("hex").slice(0, 8);
writeFileSync(join(out, `notices.${digest}.txt`), `${notices}\n`);

/** The packages that something of went into the bundle, by name. */
function bundled({ outputs }) {
  const found = new Set();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
      if (name && bytesInOutput > 0) found.add(name);
    }
  }
  return found;
}

/** What a package asks to be said of it; a package without its licence cannot be bundled. */
function notice(name) {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file)) : [];
  if (files.length === 0) throw new Error(`${name} ${version} has no licence text: it cannot be bundled`);
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").trim());
  return `${name} ${version} (${license})\n\n${texts.join("\n\n")}`;
}
