"""Learns the sentence ranker: python3 train/fit_ranker.py OUT, after collect-features.ts OUT.

Reads the tuning halves only. Listwise cross-entropy over the candidates of a question, all evidence sentences together
as the target. Writes models/sentence-ranker.json, and OUT/folds.json: rankers that have not seen a fold of documents.
"""

import hashlib
import json
import sys
import time

import numpy as np
import torch

from networks import MAX_TERMS, TermNetwork, moments, standardise, to_json, write_weights

FOLDS = 4
SEEDS = (1, 2)
HIDDEN, TERM_UNITS, DROPOUT = 24, 12, 0.3
EPOCHS, BATCH, RATE, DECAY = 22, 32, 2e-3, 1e-2

torch.set_num_threads(1)


def read(folder):
    with open(f"{folder}/questions.json", encoding="utf8") as file:
        content = json.load(file)
    features = np.fromfile(f"{folder}/features.f32", dtype=np.float32).reshape(-1, len(content["features"]))
    terms = np.fromfile(f"{folder}/terms.f32", dtype=np.float32).reshape(-1, len(content["termFeatures"]))
    for q in content["questions"]:
        q["x"] = features[q["from"] : q["from"] + q["count"]]
        size = q["count"] * q["terms"]
        rows = terms[q["termsFrom"] : q["termsFrom"] + size]
        q["z"] = rows.reshape(q["count"], q["terms"], terms.shape[1])[:, :MAX_TERMS]
        q["y"] = np.array(q["onEvidence"], dtype=np.float32)
    return content


def fold_of(document):
    return hashlib.sha256(f"fold {document}".encode()).digest()[0] % FOLDS


def with_distances(x):
    return np.concatenate([x, x.max(0)[None] - x], 1)


def pad(questions, mean, deviation):
    most = max(q["count"] for q in questions)
    terms = max(1, max(q["z"].shape[1] for q in questions))
    x = torch.zeros(len(questions), most, len(mean))
    z = torch.zeros(len(questions), most, terms, questions[0]["z"].shape[2])
    there = torch.zeros(len(questions), most)
    term_mask = torch.zeros(len(questions), 1, terms)
    y = torch.zeros(len(questions), most)
    for i, q in enumerate(questions):
        n, t = q["count"], q["z"].shape[1]
        x[i, :n] = standardise(with_distances(q["x"]), mean, deviation)
        z[i, :n, :t] = torch.from_numpy(np.ascontiguousarray(q["z"]))
        there[i, :n], term_mask[i, 0, :t], y[i, :n] = 1, 1, torch.from_numpy(q["y"])
    return x, z, there, term_mask.expand(-1, most, -1), y


def fit(questions, seeds=SEEDS):
    mean, deviation = moments(np.concatenate([with_distances(q["x"]) for q in questions]))
    # Questions of like length share a batch, which saves padding.
    questions = sorted(questions, key=lambda q: q["terms"])
    batches = [questions[i : i + BATCH] for i in range(0, len(questions), BATCH)]
    padded = [pad(batch, mean, deviation) for batch in batches]
    average = np.mean([q["weight"] for q in questions])
    weights = [torch.tensor([q["weight"] / average for q in batch]) for batch in batches]
    networks = []
    for seed in seeds:
        torch.manual_seed(seed)
        network = TermNetwork(len(mean), padded[0][1].shape[3], HIDDEN, TERM_UNITS, DROPOUT)
        optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
        steps = EPOCHS * len(padded)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
        for _ in range(EPOCHS):
            for i in torch.randperm(len(padded)).tolist():
                x, z, there, mask, y = padded[i]
                scores = network(x, z, mask).masked_fill(there == 0, -1e9)
                likelihood = torch.log_softmax(scores, 1).masked_fill(y == 0, -1e9)
                loss = (-torch.logsumexp(likelihood, 1) * weights[i]).mean()
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
                schedule.step()
        network.eval()
        networks.append(network)
    return networks, mean, deviation


def scores_of(model, questions):
    networks, mean, deviation = model
    scores = []
    with torch.no_grad():
        for i in range(0, len(questions), 64):
            batch = questions[i : i + 64]
            x, z, _, mask, _ = pad(batch, mean, deviation)
            mixed = sum(network(x, z, mask) for network in networks) / len(networks)
            scores += [mixed[k, : q["count"]].numpy() for k, q in enumerate(batch)]
    return scores


def report(title, questions, scores):
    groups = {}
    for q, s in zip(questions, scores):
        order = np.argsort(-s, kind="stable")
        group = groups.setdefault((q["set"], q["kind"]), [])
        group.append((q["y"][order[0]], q["y"][order[:3]].max(), q["y"].max()))
    for (name, kind), rows in sorted(groups.items()):
        first, any_of_three, found = np.mean(rows, 0)
        print(f"{title} {name}, {kind}: n {len(rows)}, first {first:.3f}, any of three {any_of_three:.3f}, among candidates {found:.3f}")


def as_json(content, model):
    networks, mean, deviation = model
    return {
        "features": content["features"],
        "termFeatures": content["termFeatures"],
        "networks": [to_json(network, mean, deviation) for network in networks],
    }


def main():
    folder = sys.argv[1]
    started = time.time()
    content = read(folder)
    answerable = [q for q in content["questions"] if not q["abstain"] and not q["removed"] and q["count"] > 0]
    tuning = [q for q in answerable if not q["gating"]]
    usable = [q for q in tuning if q["y"].max() > 0]
    rankers, held_out, scores = [], [], []
    for fold in range(FOLDS):
        model = fit([q for q in usable if fold_of(q["document"] or q["id"]) != fold])
        rankers.append(as_json(content, model))
        unseen = [q for q in tuning if fold_of(q["document"] or q["id"]) == fold]
        held_out += unseen
        scores += scores_of(model, unseen)
    report("cross-validated", held_out, scores)
    documents = {q["document"] or q["id"] for q in content["questions"]}
    with open(f"{folder}/folds.json", "w", encoding="utf8") as file:
        json.dump({"ofDocument": {d: fold_of(d) for d in sorted(documents)}, "rankers": rankers}, file)
    write_weights("models/sentence-ranker.json", as_json(content, fit(usable)))
    print(f"trained on {len(usable)} questions in {time.time() - started:.0f} s")


if __name__ == "__main__":
    main()
