"""Learns when to withhold an answer: python3 train/fit_confidence.py OUT, after collect-confidence.ts OUT.

Reads tuning halves only. The networks learn to tell questions that the corpus answers from near misses and from
questions whose evidence was taken out of it. Their score, held out by document, is then calibrated by isotonic
regression (Zadrozny and Elkan 2002) against whether the answer found is right. Writes models/confidence.json.
"""

import json
import sys

import numpy as np
import torch

from networks import MAX_TERMS, TermNetwork, moments, standardise, to_json, write_weights

SEEDS = (1, 2, 3)
HIDDEN, TERM_UNITS, DROPOUT = 24, 16, 0.3
EPOCHS, BATCH, RATE, DECAY = 20, 64, 2e-3, 3e-2
# An answerable question whose evidence was not ranked first is no near miss, and its answer is no good one.
TARGETS = {"first": 1.0, "any": 0.8, "missed": 0.5}
# Two heads, and the lesser of their scores decides: `met` knows near misses alone, whose words are all there but one;
# `found` knows questions about what is not there. One head for both is torn: near misses share more words with the text
# than honest paraphrases do, questions about something else share fewer.
HEADS = {
    "met": {"answerable": 1.0, "near miss": 3.0, "removed": 0.0, "off topic": 0.0},
    "found": {"answerable": 1.0, "near miss": 0.0, "removed": 1.0, "off topic": 1.0},
}
# Real search questions outnumber all others and know no near misses; one document alone repeats the whole corpus.
NATURAL, ALONE = 0.3, 0.5
# Near misses were written with the words of the text, most answerable questions without. Those in the text's own words
# count for more, so that meeting every word is not learned as a bad sign.
IN_THE_WORDS_OF_THE_TEXT = 2.5
# Share of answerable questions that each head may refuse. What `found` refuses are the remotest paraphrases; what `met`
# refuses may be in the text's own words, which a person would not understand.
FALSE_REFUSALS = {"met": 0.045, "found": 0.04}
# A question of which the best chunks, synonyms counted, carry less than this is about something else, whatever the heads say.
GATE = {"input": "coverChunkAmongFirst", "least": 0.48, "score": -2.0}
STEPS = 40

torch.set_num_threads(1)


def read(folder):
    with open(f"{folder}/confidence.json", encoding="utf8") as file:
        content = json.load(file)
    questions = content["questions"]
    x = np.fromfile(f"{folder}/confidence.f32", dtype=np.float32).reshape(len(questions), -1)
    rows = np.fromfile(f"{folder}/confidence-terms.f32", dtype=np.float32).reshape(-1, len(content["termFeatures"]))
    z = np.zeros((len(questions), MAX_TERMS, rows.shape[1]), np.float32)
    mask = np.zeros((len(questions), MAX_TERMS), np.float32)
    at = 0
    for i, q in enumerate(questions):
        count = min(MAX_TERMS, q["terms"])
        z[i, :count], mask[i, :count] = rows[at : at + count], 1
        at += q["terms"]
    return content, x, torch.from_numpy(z), torch.from_numpy(mask)


def target_of(q):
    if q["what"] != "answerable":
        return 0.0
    return TARGETS["first" if q["first"] else "any" if q["any"] else "missed"]


def weight_of(q, head):
    weight = HEADS[head][q["what"]]
    if q["set"].startswith("nq-dev"):
        weight *= NATURAL
    if q["set"].startswith("xquad-dev") or (q["kind"] == "direct" and not q["set"].startswith("nq-dev")):
        weight *= IN_THE_WORDS_OF_THE_TEXT
    return weight * ALONE if q["set"].endswith("alone") else weight


def fit(x, z, mask, target, weight):
    mean, deviation = moments(x)
    inputs = standardise(x, mean, deviation)
    networks = []
    for seed in SEEDS:
        torch.manual_seed(seed)
        network = TermNetwork(x.shape[1], z.shape[2], HIDDEN, TERM_UNITS, DROPOUT)
        optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
        steps = EPOCHS * -(-len(x) // BATCH)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
        for _ in range(EPOCHS):
            order = torch.randperm(len(x))
            for i in range(0, len(x), BATCH):
                at = order[i : i + BATCH]
                scores = network(inputs[at], z[at], mask[at])
                losses = torch.nn.functional.binary_cross_entropy_with_logits(scores, target[at], reduction="none")
                optimiser.zero_grad()
                (losses * weight[at]).mean().backward()
                optimiser.step()
                schedule.step()
        network.eval()
        networks.append(network)
    return networks, mean, deviation


def scaled(network, cut, scale):
    """The network whose score is (score - cut) / scale of the given one's, so that the heads can be compared."""
    with torch.no_grad():
        network.output.weight /= scale
        network.output.bias.sub_(cut).div_(scale)
    return network


def score(model, x, z, mask):
    networks, mean, deviation = model
    with torch.no_grad():
        return sum(n(standardise(x, mean, deviation), z, mask) for n in networks).numpy() / len(networks)


def auroc(positive, negative):
    values = np.concatenate([positive, negative])
    order = np.argsort(values, kind="stable")
    ranks = np.empty(len(values))
    ranks[order] = np.arange(1, len(values) + 1)
    for value in np.unique(values):
        ranks[values == value] = ranks[values == value].mean()
    n, m = len(positive), len(negative)
    return (ranks[:n].sum() - n * (n + 1) / 2) / (n * m)


def isotonic(scores, right, weight):
    """Pool adjacent violators: rising scores with a probability at each, at most STEPS of them."""
    order = np.argsort(scores, kind="stable")
    blocks = []
    for s, r, w in zip(scores[order], right[order], weight[order]):
        blocks.append([s * w, r * w, w])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last)]
    points = [(s / w, r / w) for s, r, w in blocks]
    # Evenly over the scores, so that interpolation smooths single steps away.
    at = np.quantile(scores, np.linspace(0.005, 0.995, STEPS))
    values = np.interp(at, [p[0] for p in points], [p[1] for p in points])
    table = {round(float(a), 4): round(float(np.clip(v, 0.005, 0.99)), 4) for a, v in zip(at, values)}
    return [[a, v] for a, v in sorted(table.items())]


def report(questions, scores):
    def among(what, sets):
        at = [i for i, q in enumerate(questions) if q["what"] == what and q["set"].removesuffix(" removed") in sets]
        return scores[at]

    pooled = ("qa-dev", "qa-train", "xquad-dev")
    own = ("household", "workplace", "reference", "encyclopaedia", "news")
    for title, what, negative, positive in (
        ("near misses", "near miss", pooled[:2], pooled),
        ("removed", "removed", pooled, pooled),
        ("own near misses", "near miss", own, own),
        ("chronicle", "near miss", ("chronicle",), ("chronicle",)),
        ("off topic", "off topic", (*own, "chronicle"), (*own, "chronicle")),
    ):
        yes, no = among("answerable", positive), among(what, negative)
        if len(yes) == 0 or len(no) == 0:
            continue
        false_answers = (no >= np.quantile(yes, 0.1)).mean()
        print(f"cross-validated {title}: AUROC {auroc(yes, no):.3f}, false answers at 10 % false refusals {false_answers:.2f}")


def main():
    folder = sys.argv[1]
    content, x, z, mask = read(folder)
    questions = content["questions"]
    target = torch.tensor([target_of(q) for q in questions], dtype=torch.float32)
    fold = np.array([q["fold"] for q in questions])
    held_out, models = {}, {}
    for head in HEADS:
        weight = torch.tensor([weight_of(q, head) for q in questions], dtype=torch.float32)
        weight /= weight.mean()
        scores = np.zeros(len(questions))
        for each in sorted(set(fold)):
            seen, unseen = np.where(fold != each)[0], np.where(fold == each)[0]
            model = fit(x[seen], z[seen], mask[seen], target[seen], weight[seen])
            scores[unseen] = score(model, x[unseen], z[unseen], mask[unseen])
        held_out[head] = (scores, scores.std())
        models[head] = fit(x, z, mask, target, weight)
    whole = np.array([" " not in q["set"] for q in questions])
    answerable = np.array([q["what"] == "answerable" and not q["set"].startswith("nq-dev") for q in questions]) & whole
    cut = {head: np.quantile(v[answerable], FALSE_REFUSALS[head]) for head, (v, _) in held_out.items()}
    # In deviations above each head's own cut, so that the lesser of the two withholds below 0.
    scores = np.minimum(*((v - cut[head]) / scale for head, (v, scale) in held_out.items()))
    carried = x[:, content["inputs"].index(GATE["input"])]
    scores = np.where(carried < GATE["least"], np.minimum(scores, GATE["score"]), scores)
    report(questions, scores)
    off_topic = np.array([q["what"] == "off topic" for q in questions])
    print(f"answered: {(scores[off_topic] >= 0).mean():.3f} of the questions about something else")
    print(f"refused: {(scores[answerable] < 0).mean():.3f} of the answerable")
    right = np.array([q["what"] == "answerable" and q["any"] for q in questions], dtype=float)
    sizes = {s: sum(q["set"] == s for q in questions) for s in {q["set"] for q in questions}}
    # Every set counts alike, whatever its size.
    even = np.array([1 / sizes[q["set"]] ** 0.5 for q in questions])
    calibration = isotonic(scores[whole], right[whole], even[whole])
    threshold = float(np.interp(0, [a for a, _ in calibration], [v for _, v in calibration]))
    weights = {
        "inputs": content["inputs"],
        "termFeatures": content["termFeatures"],
        "heads": [
            [to_json(scaled(network, cut[head], held_out[head][1]), mean, deviation) for network in networks]
            for head, (networks, mean, deviation) in models.items()
        ],
        "gate": GATE,
        "calibration": calibration,
        "threshold": round(threshold, 4),
    }
    write_weights("models/confidence.json", weights)
    print(f"trained on {len(questions)} questions; threshold {threshold:.4f}")


if __name__ == "__main__":
    main()
