#!/usr/bin/env python3
"""antecedents.py [--table] ANTECEDENTS ANNOTATED.jsonl...

How often does a pronoun that speaks mean whom it is annotated to mean, and which weights would serve best?

ANTECEDENTS is the program that tells what the analysis sees of each whom a pronoun may mean:

    make build/tests/quality/antecedents
    tests/quality/antecedents.py --table build/tests/quality/antecedents ANNOTATED.jsonl

ANNOTATED is as for calibrate.py, which tells whether two names are the same.  Prints how many of the pronouns that were
looked at mean the right one by the weights in lib/analysis/antecedent.c, by the nearest mention, and by weights learnt on
nine tenths of the articles and tried on the other.  With --table it learns from all of them and prints the weights as C.

The weights are those of a choice among the candidates of each pronoun (a conditional logit), found by gradient steps, in
the same order each time.  Needs nothing but Python.
"""
import collections, math, os, random, re, subprocess, sys, tempfile

sys.dont_write_bytecode = True
from calibrate import PRONOUNS, load, same_name

HERE = os.path.dirname(os.path.abspath(__file__))
ANALYSIS = os.path.join(HERE, "../../lib/analysis")
PARTS, ROUNDS, RATE, LEAST = 10, 30, 0.15, 0.003
KINDS = ["he, she", "they, it"]


def read(name):
    with open(os.path.join(ANALYSIS, name), encoding="utf-8") as f:
        return f.read()


def features():
    body = re.search(r"enum bs_antecedent_feature \{(.*?)BS_ANTECEDENT_FEATURES", read("antecedent.h"), re.S)[1]
    return re.findall(r"^\t(BS_\w+)", body, re.M)


def weights_now(names):
    """The weights that the analysis goes by, in the order of the features."""
    table = re.search(r"weights\[.*?= \{(.*?)\n\};", read("antecedent.c"), re.S)[1]
    return [int(re.search(r"\[%s\] = (-?\d+)" % n, table)[1]) for n in names]


def gather(program, path):
    """For each pronoun: (article, kind, [(name, {feature: how much})], [is it the right one?])."""
    articles = load(path)
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "articles.jsonl")
        with open(copy, "w", encoding="utf-8") as f, open(path, encoding="utf-8") as lines:
            f.writelines(lines)
        out = subprocess.run([program, copy], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    seen = collections.defaultdict(list)
    for line in out.splitlines():
        article, byte, name, kind, values = line.split("\t")
        there = {i: int(v) for i, v in enumerate(values.split()) if v != "0"}
        seen[article, int(byte)].append((name, int(kind), there))
    for article in articles:
        for quote in article["quotes"]:
            meant = quote.get("speaker_resolved") or quote.get("speaker_auto")
            if not meant or meant.lower() in PRONOUNS or (quote.get("speaker") or "").lower() not in PRONOUNS:
                continue
            if not quote.get("speech", True) or quote.get("nested"):
                continue
            at = len(article["text"][:quote["speaker_start"]].encode("utf-8"))
            found = seen.pop((article["id"], at), None)
            if found:
                yield article["id"], found[0][1], [f[2] for f in found], [same_name(f[0], meant) for f in found]


def total(weights, candidate):
    return sum(weights[i] * v for i, v in candidate.items())


def choose(weights, pronoun):
    sums = [total(weights, c) for c in pronoun[2]]
    return pronoun[3][sums.index(max(sums))]


def learn(pronouns, count):
    w, steps = [0.0] * count, [1e-6] * count
    useful = [p for p in pronouns if any(p[3])]
    order = random.Random(1)
    for _ in range(ROUNDS):
        order.shuffle(useful)
        for _, _, candidates, right in useful:
            sums = [total(w, c) for c in candidates]
            most = max(sums)
            chances = [math.exp(s - most) for s in sums]
            whole, good = sum(chances), sum(c for c, r in zip(chances, right) if r)
            gradient = collections.defaultdict(float)
            for c, chance, r in zip(candidates, chances, right):
                pull = (chance / good if r else 0) - chance / whole
                for i, v in c.items():
                    gradient[i] += v * pull
            for i, g in gradient.items():
                g -= LEAST * w[i]
                steps[i] += g * g
                w[i] += RATE * g / math.sqrt(steps[i])
    return w


def main():
    arguments = [a for a in sys.argv[1:] if a != "--table"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    names = features()
    pronouns = [p for path in arguments[1:] for p in gather(arguments[0], path)]
    articles = sorted({p[0] for p in pronouns})
    random.Random(5).shuffle(articles)
    part = {a: i % PARTS for i, a in enumerate(articles)}
    now, rows = weights_now(names), collections.Counter()
    for k in range(PARTS):
        learnt = learn([p for p in pronouns if part[p[0]] != k], len(names))
        for p in pronouns:
            if part[p[0]] == k:
                rows[p[1], "all"] += 1
                rows[p[1], "there"] += any(p[3])
                rows[p[1], "now"] += choose(now, p)
                rows[p[1], "nearest"] += p[3][0]
                rows[p[1], "learnt"] += choose(learnt, p)
    print("%-10s %8s %10s %14s %9s %12s" % ("", "pronouns", "among them", "by the weights", "nearest", "tried anew"))
    for kind, name in enumerate(KINDS):
        print("%-10s %8d %10d %14d %9d %12d" % ((name,) + tuple(rows[kind, c] for c in ("all", "there", "now", "nearest", "learnt"))))
    if "--table" in sys.argv:
        print("\nstatic const int16_t weights[BS_ANTECEDENT_FEATURES] = {")
        for name, weight in zip(names, learn(pronouns, len(names))):
            print("\t[%s] = %d," % (name, round(100 * weight)))
        print("};")


if __name__ == "__main__":
    main()
