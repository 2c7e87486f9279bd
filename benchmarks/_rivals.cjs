// The programs of rivals.py that Node runs: node _rivals.cjs NAME TEXTS.json
const fs = require("fs");

const LOAD = {
  compromise() {
    const nlp = require("compromise");
    return (text) => {
      const doc = nlp(text);
      doc.people().out("array");
      doc.places().out("array");
      doc.organizations().out("array");
      doc.quotations().out("array");
    };
  },
  "wink-nlp"() {
    const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
    return (text) => {
      const doc = nlp.readDoc(text);
      doc.sentences().length();
      doc.tokens().length();
      doc.entities().out();
    };
  },
};

const cpu = () => {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1e6;
};

const [name, path] = process.argv.slice(2);
const texts = JSON.parse(fs.readFileSync(path, "utf8"));
const start = cpu();
const read = LOAD[name]();
const loaded = cpu();
texts.forEach(read);
const seconds = cpu() - loaded;
const words = texts.reduce((sum, t) => sum + t.split(/\s+/).filter(Boolean).length, 0);
const version = JSON.parse(
  fs.readFileSync(require.resolve(name).replace(new RegExp(`(.*node_modules/${name})/.*`), "$1/package.json"))
).version;
console.log(
  JSON.stringify({
    name,
    release: version,
    words,
    words_per_cpu_second: Math.round(words / seconds),
    load_cpu_seconds: Math.round((loaded - start) * 100) / 100,
    peak_mebibytes: Math.round(process.resourceUsage().maxRSS / 1024),
  })
);
