"""Networks over features and term rows, as src/learned/term-network.ts runs them (deep sets, Zaheer et al. 2017)."""

import json

import numpy as np
import torch

CLIP = 4
MAX_TERMS = 12


class TermNetwork(torch.nn.Module):
    """Features [..., F] and term rows [..., T, C] with a mask [..., T] -> scores [...]."""

    def __init__(self, features, columns, hidden, term_units, dropout):
        super().__init__()
        self.term = torch.nn.Linear(columns, term_units)
        self.hidden = torch.nn.Linear(features + 2 * term_units, hidden)
        self.output = torch.nn.Linear(hidden, 1)
        self.dropout = torch.nn.Dropout(dropout)

    def forward(self, features, terms, mask):
        units = torch.relu(self.term(terms)) * mask[..., None]
        weight = terms[..., 0:1] * mask[..., None]
        mean = (units * weight).sum(-2) / (weight.sum(-2) + 1e-6)
        joined = torch.cat([features, mean, units.max(-2).values], -1)
        return self.output(self.dropout(torch.relu(self.hidden(joined))))[..., 0]


def moments(rows):
    """Mean and deviation of each column; a deviation is never below 0.01, so that it can divide."""
    return rows.mean(0), np.maximum(0.01, rows.std(0))


def standardise(rows, mean, deviation):
    return torch.from_numpy(np.clip((rows - mean) / deviation, -CLIP, CLIP).astype(np.float32))


def to_json(network, mean, deviation):
    """The weights as `TermNetworkWeights`, rounded to 5 decimals."""

    def rounded(tensor):
        return np.round(tensor.detach().numpy().astype(float), 5).tolist()

    return {
        "mean": np.round(mean.astype(float), 5).tolist(),
        "deviation": np.round(deviation.astype(float), 5).tolist(),
        "term": rounded(network.term.weight),
        "termBias": rounded(network.term.bias),
        "hidden": rounded(network.hidden.weight),
        "hiddenBias": rounded(network.hidden.bias),
        "output": rounded(network.output.weight[0]),
        "bias": rounded(network.output.bias)[0],
    }


def write_weights(path, weights):
    """JSON on one line."""
    with open(path, "w", encoding="utf8") as file:
        json.dump(weights, file, separators=(",", ":"))
        file.write("\n")
