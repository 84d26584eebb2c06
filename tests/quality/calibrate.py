#!/usr/bin/env python3
"""calibrate.py [--table] PROGRAM ANNOTATED.jsonl...

How often is the speaker that `PROGRAM parse` gives a quotation right, and does its confidence say so?

ANNOTATED has an article a line: {"id","text"[,"title","date"],"quotes":[{"start","end"[,"spans"],"speaker",
"speaker_start","speaker_end"[,"speaker_resolved","speaker_auto","speech","nested"]}][,"ignore":[[start,end]]}, with
offsets in characters.  A quotation of the program counts as right if at least half of its letters are in annotated ones,
and that which shares most of them has the same speaker: a name with the same last word, or a mention in the same place.
Where either is a pronoun, only the name that it was resolved to counts; what cannot be judged so is left out.

Prints the calibration by ranges of confidence, by evidence and by kind of speech.  With --table it learns the weights of
lib/analysis/confidence.c and words/cue_weight.txt anew, by logistic regression, prints them as C, and their figures by cross-validation over ten
parts of the articles; PROGRAM must then be one that names everybody, also where he is a guess:

    make BUILD=build-guess CPPFLAGS=-DBS_LEAST_CONFIDENCE=0
    tests/quality/calibrate.py --table build-guess/bradsearch ANNOTATED.jsonl

Needs nothing but Python.
"""
import collections, json, math, os, re, subprocess, sys, tempfile

KINDS = ["direct", "mixed", "indirect"]
EVIDENCE = ["named", "body", "pronoun", "carried"]
PRONOUNS = set("he she they it we i who you him her them his their".split())
PARTS = 10

# ---- What lib/analysis/confidence.c sees of a quotation, in its order ----

COMMON = set("said say says saying told according added noted noting argued arguing".split())
WEIGHTS = ["WITHOUT_CUE", "COMMON_CUE", "CUE_ING", "CUE_PRESENT", "CUE_INFINITIVE", "CUE_AFTER", "CUE_AWAY", "MENTION_AFTER",
           "MENTION_AWAY", "DESCRIPTION", "LENGTH", "PIECES", "CLAUSE", "DOCUMENT", "GROUP", "OFTEN", "TOGETHER",
           "SAME_BEFORE", "FIRST", "CUE_MODAL", "OTHER_VERB", "INDIRECT_AFTER", "NOUN", "PASSIVE", "CAPITAL",
           "INFINITIVE", "SUBJECT"]
MODALS = set("would could should might may must can cannot not never won't don't didn't doesn't".split())
BE = set("is are was were been be being am".split())
OWNERS = set("his her their its my our".split())
LEAST_ROWS = 4  # a verb, or a form of it, that is seen as often has a weight of its own
LEAST_WEIGHT = 5  # in hundredths
OPENINGS = set("that whether if how why what".split())
SUBJECTS = set("he she they it we i there you".split())
LISTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../lib/analysis/words")


def words_of(name):
    with open(os.path.join(LISTS, name), encoding="utf-8") as f:
        return {line.split()[0] for line in f if line.strip() and not line.startswith("#")}


def forms_of(name):
    with open(os.path.join(LISTS, name), encoding="utf-8") as f:
        return [line.split() for line in f if line.strip() and not line.startswith("#")]


VERBS = {name: words_of("cue_%s.txt" % name) for name in "say tell find object infinitive about out back quote".split()}
FORMS = {word: form for name in VERBS for word, form in forms_of("cue_%s.txt" % name)}
NOUNS = words_of("cue_noun.txt")
IRREGULAR = {"said": "say", "told": "tell", "wrote": "write", "written": "write", "shown": "show", "spoke": "speak",
             "spoken": "speak", "found": "find", "held": "hold", "swore": "swear", "sworn": "swear", "read": "read"}


def lemma(word):
    """The base of a verb of the lists."""
    if word in IRREGULAR or FORMS.get(word, "b") == "b":
        return IRREGULAR.get(word, word)
    for cut, add in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", "")):
        base = word[:-len(cut)] + add
        if word.endswith(cut) and len(base) > 2:
            if FORMS.get(base) == "b":
                return base
            if base[-1] == base[-2] and FORMS.get(base[:-1]) == "b":
                return base[:-1]
    return word


SAYING = VERBS["say"]
DOCUMENT_NOUNS, SPEAKER_NOUNS = words_of("document_noun.txt"), words_of("speaker_noun.txt")


def scale(n):
    """How many times n can be halved: what is twice as far counts one more."""
    return min(n.bit_length(), 10)


def gap(a, b):
    return max(b["start"] - a["end"], a["start"] - b["end"], 0)


def word(text, span, place):
    """The first or last word of a span, in lower case."""
    found = text[span["start"]:span["end"]].split()[place:][:1]
    return found[0].lower().decode("utf-8", "replace") if found else ""


def features(text, quote, before, others):
    """The bias of its kind and evidence, and the weights that bear on it, each with how much."""
    out = {"BIAS_%s_%s" % (quote["kind"], quote["evidence"]): 1.0}
    cue, mention = quote["cue"], quote["mention"]
    length = sum(end - start for start, end in quote["spans"])
    out["LENGTH"] = scale(length)
    if cue:
        verb = word(text, cue, -1)
        lead = text[:cue["start"]].split()[-1:] if cue["start"] else []
        said = text[cue["start"]:cue["end"]].lower().replace("\u2019".encode(), b"'").decode("utf-8", "replace").split()
        first = said[0].encode()
        if quote["kind"] != "direct":
            out["VERB_" + verb] = 1
            out["LEMMA_" + lemma(verb)] = 1
            if verb not in SAYING:
                out["OTHER_VERB"] = 1
            if MODALS & set(said[:-1]):
                out["CUE_MODAL"] = 1
            owner = lead[0].decode("utf-8", "replace").lower().replace("\u2019", "'") if lead else ""
            if verb in NOUNS and (owner in OWNERS or owner.endswith("'s")):
                out["NOUN"] = 1
            if BE & set(said[:-1]) and not verb.endswith("ing"):
                out["PASSIVE"] = 1
            if text[cue["start"]:][:1].isupper():
                out["CAPITAL"] = 1
            opening = word(text, quote, 0) if cue["end"] <= quote["start"] else ""
            if opening == "to":
                out["INFINITIVE"] = 1
            elif opening in SUBJECTS and not re.search(rb"[A-Za-z]", text[cue["end"]:quote["start"]]):
                out["SUBJECT"] = 1
        if quote["kind"] == "indirect" and cue["start"] > quote["start"]:
            out["INDIRECT_AFTER"] = 1
        if verb in COMMON:
            out["COMMON_CUE"] = 1
        elif verb.endswith("ing"):
            out["CUE_ING"] = 1
        elif verb.endswith("s"):
            out["CUE_PRESENT"] = 1
        if first == b"to" or lead == [b"to"]:
            out["CUE_INFINITIVE"] = 1
        if cue["start"] > quote["start"]:
            out["CUE_AFTER"] = 1
        out["CUE_AWAY"] = scale(gap(cue, quote))
        if mention:
            out["MENTION_AWAY"] = scale(gap(cue, mention))
            if mention["start"] > cue["start"]:
                out["MENTION_AFTER"] = 1
    else:
        out["WITHOUT_CUE"] = 1
    if mention and b"a" <= text[mention["start"]:][:1] <= b"z" and quote["evidence"] != "pronoun":
        out["DESCRIPTION"] = 1
    if cue and quote["kind"] != "direct" and cue["end"] <= quote["start"] and word(text, quote, 0) in OPENINGS:
        out["CLAUSE"] = 1
    noun = word(text, mention, -1) if mention else ""
    if noun in DOCUMENT_NOUNS:
        out["DOCUMENT"] = 1
    elif noun.endswith("s") and noun in SPEAKER_NOUNS:
        out["GROUP"] = 1
    out["OFTEN"] = scale(others)
    if len(quote["spans"]) > 1:
        out["PIECES"] = 1
    if len(quote.get("speakers") or []) > 1:
        out["TOGETHER"] = 1
    if quote["evidence"] == "pronoun":
        if not before or not before["speaker"]:
            out["FIRST"] = 1
        elif before["speaker"] == quote["speaker"]:
            out["SAME_BEFORE"] = 1
    return out


# ---- Right or wrong ----

def words(name):
    name = re.split(r"[,;(\u2014]", name)[0].replace("\u2019", "'")
    name = re.sub(r"\s+(?:of|from|at|in|for|with|on|who|whose|which|that|and|to|near)\b.*$", "", name)
    name = re.sub(r"'s?\b", "", name.lower())
    return [w for w in re.findall(r"[^\W_]+", name) if w not in ("the", "a", "an", "jr", "sr")]


def same_name(a, b):
    a, b = words(a or ""), words(b or "")
    return bool(a and b) and a[-1] == b[-1]


def stands_before(text, at, names):
    """Does "who" at this place mean one of them: do the last words of his name stand before it in its sentence?"""
    sentence = re.split(r"[.!?]\s", text[max(0, at - 150):at])[-1].replace("\u2019", "'").lower()
    before = re.findall(r"[^\W_]+", re.sub(r"'s?\b", "", sentence))
    return any(name and words(name) and words(name)[-1] in before for name in names)


def right(quote, gold, text):
    """True, False, or None where it cannot be told."""
    names = quote.get("speakers") or [quote["speaker"]]
    said_by = gold.get("speaker")
    if not said_by:
        return None
    at = quote["mention"]
    here = bool(at) and gold.get("speaker_start") is not None and at["start"] < gold["speaker_end"] and \
        gold["speaker_start"] < at["end"]
    resolved = gold.get("speaker_resolved") or gold.get("speaker_auto")
    known = resolved if resolved and resolved.lower() not in PRONOUNS else None
    if said_by.lower() in PRONOUNS or quote["evidence"] == "pronoun":
        if said_by.lower() not in PRONOUNS:
            return here or any(same_name(name, said_by) for name in names)
        if here and said_by.lower() == "who":
            return stands_before(text, gold["speaker_start"], names)
        if not here and quote["evidence"] == "pronoun":
            return False
        return any(same_name(name, known) for name in names) if known else None
    return here or any(same_name(name, said_by) or same_name(name, known) for name in names)


def letters(text, spans):
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def judge(article, quotes):
    """Each quotation that names a speaker and can be judged, with True or False."""
    text = article["text"]
    gold = [(g, letters(text, g.get("spans") or [[g["start"], g["end"]]])) for g in article["quotes"]]
    speech = [(g, s) for g, s in gold if g.get("speech", True) and not g.get("nested")]
    ignored = set()
    for g, s in gold:
        if not (g.get("speech", True) and not g.get("nested")):
            ignored |= s
    ignored |= letters(text, article.get("ignore", []))
    everything = set().union(*[s for _, s in speech]) if speech else set()
    for quote in quotes:
        own = letters(text, quote["characters"])
        if not quote["speaker"] or not own:
            continue
        if len(own & everything) * 2 < len(own):
            if len(own & ignored) * 2 < len(own):
                yield quote, False
            continue
        best = max(speech, key=lambda g: len(g[1] & own))
        verdict = right(quote, best[0], text)
        if verdict is not None:
            yield quote, verdict


# ---- Reading ----

def load(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def parse(program, articles):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for a in articles:
            f.write(json.dumps({k: a[k] for k in ("id", "text", "date") if a.get(k)}) + "\n")
        f.flush()
        out = subprocess.run([program, "parse", "--input", "jsonl", "--format", "json", f.name],
                             stdout=subprocess.PIPE, check=True).stdout
    return {d["id"]: d for d in map(json.loads, out.decode("utf-8").split("\n")[:-1])}


def take(program, path):
    """For each article the list of (features, confidence, quotation, right)."""
    articles = load(path)
    parsed = parse(program, articles)
    for article in articles:
        raw = article["text"].encode("utf-8")
        place, n = {}, 0
        for i, c in enumerate(article["text"]):
            place[n] = i
            n += len(c.encode("utf-8"))
        place[n] = len(article["text"])
        before, quotes = None, parsed[article["id"]]["quotes"]
        of = collections.Counter(q["speaker"] for q in quotes)
        for q in quotes:
            q["characters"] = [[place[a], place[b]] for a, b in q["spans"]]
            if q["speaker"]:
                q["features"] = features(raw, q, before, of[q["speaker"]] - 1)
            before = q
        for q in quotes:
            if q["mention"]:
                q["mention"] = {k: place[v] for k, v in q["mention"].items()}
        yield [(q["features"], q["confidence"], q, verdict) for q, verdict in judge(article, quotes)]


# ---- Learning ----

def squash(x):
    return 1 / (1 + math.exp(-max(-30, min(30, x))))


def is_verb(name):
    return name.startswith(("VERB_", "LEMMA_"))


def keep_frequent(articles):
    """Leaves only the verbs that are frequent enough to be weighed by themselves."""
    seen = collections.Counter(k for rows in articles for f, _, _, _ in rows for k in f if is_verb(k))
    for rows in articles:
        for f, _, _, _ in rows:
            for k in [k for k in f if is_verb(k) and seen[k] < LEAST_ROWS]:
                del f[k]


def predict(weights, f):
    return squash(sum(weights.get(k, 0) * v for k, v in f.items()))


def learn(rows, steps=25):
    """Logistic regression, one weight after the other by Newton's method; the ridge keeps the weights of what is rare
    small, those of verbs the more so."""
    columns = collections.defaultdict(list)
    for i, (f, _) in enumerate(rows):
        for k, v in f.items():
            columns[k].append((i, v))
    weights, sums = dict.fromkeys(sorted(columns), 0.0), [0.0] * len(rows)
    for _ in range(steps):
        longest = 0
        for k in weights:
            ridge = 4.0 if is_verb(k) else 2.0
            g, h = -ridge * weights[k], ridge
            for i, v in columns[k]:
                p = squash(sums[i])
                g += (rows[i][1] - p) * v
                h += p * (1 - p) * v * v
            step = max(-1.0, min(1.0, g / h))
            weights[k] += step
            longest = max(longest, abs(step))
            for i, v in columns[k]:
                sums[i] += step * v
        if longest < .004:
            break
    return weights


# ---- Printing ----

def line(name, pairs):
    n = len(pairs)
    if n:
        print("  %-20s %6d   said %5.1f %%   right %5.1f %%" %
              (name, n, 100 * sum(p for p, _ in pairs) / n, 100 * sum(y for _, y in pairs) / n))


def report(judged):
    """judged: (confidence, quotation, right)"""
    print("  %-20s %6s" % ("confidence", "n"))
    edges = [0, .3, .5, .6, .7, .8, .85, .9, .95, 1.001]
    for low, high in zip(edges, edges[1:]):
        line("%.2f to %.2f" % (low, min(high, 1)), [(p, y) for p, _, y in judged if low <= p < high])
    for evidence in EVIDENCE:
        for kind in KINDS:
            line(evidence + " " + kind, [(p, y) for p, q, y in judged if (q["evidence"], q["kind"]) == (evidence, kind)])
    line("all", [(p, y) for p, _, y in judged])
    for low in (.9, .95):
        line("%.2f or more" % low, [(p, y) for p, _, y in judged if p >= low])
    loss = -sum(math.log(max(p if y else 1 - p, 1e-6)) for p, _, y in judged) / len(judged)
    print("  log loss %.4f, squared error %.4f" % (loss, sum((p - y) ** 2 for p, _, y in judged) / len(judged)))


def print_table(weights):
    print("static const double biases[3][4] = {\n\t/* named, body, pronoun, carried */")
    for kind in KINDS:
        print("\t{%s}, /* %s */" %
              (", ".join("%.2f" % weights.get("BIAS_%s_%s" % (kind, e), 0) for e in EVIDENCE), kind))
    print("};\n\nstatic const double weights[] = {")
    for name in WEIGHTS:
        print("\t[%s] = %.2f," % (name, weights.get(name, 0)))
    print("};\n\n# words/cue_weight.txt, but for its comment")
    for verb in sorted(set(FORMS) | {k[len("VERB_"):] for k in weights if k.startswith("VERB_")}):
        weight = round(100 * (weights.get("VERB_" + verb, 0) + weights.get("LEMMA_" + lemma(verb), 0)))
        if abs(weight) >= LEAST_WEIGHT:
            print("%s %d" % (verb, weight))


def main(arguments):
    paths = [a for a in arguments if a != "--table"]
    if len(paths) < 2:
        sys.exit(__doc__)
    articles = [rows for path in paths[1:] for rows in take(paths[0], path)]
    print("What the program says:")
    report([(p, q, y) for rows in articles for _, p, q, y in rows])
    if "--table" in arguments:
        keep_frequent(articles)
        crossed = []
        for part in range(PARTS):
            rest = [(f, y) for i, rows in enumerate(articles) if i % PARTS != part for f, _, _, y in rows]
            weights = learn(rest)
            crossed += [(predict(weights, f), q, y) for rows in articles[part::PARTS] for f, _, q, y in rows]
        print("\nWeights learnt without the article that they are tried on:")
        report(crossed)
        print()
        print_table(learn([(f, y) for rows in articles for f, _, _, y in rows]))


if __name__ == "__main__":
    main(sys.argv[1:])
