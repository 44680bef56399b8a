"""Fine-tune MiniLM to place a wish near the lines of a company that carry it, and write it as int8 ONNX.

    python -m scripts.training.embedder MINILM.safetensors [--out FILE]

MINILM.safetensors and what this needs are those of encoder.py; twenty minutes on two cores. It learns from
wishes_and_lines.py. The loss of a batch is CoSENT's over the marks (Su 2022), which only asks that pairs with a higher
mark lie nearer, and that of in-batch negatives for the pairs that carry (Henderson et al. 2017).
Run scripts/evaluation/theme_vectors.py, scripts/evaluate --matching … --fit, quotes.py and tails.py after it.
"""

from __future__ import annotations

import argparse
import copy
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from tokenizers.implementations.bert_wordpiece import BertWordPieceTokenizer

from nlp.models import files
from nlp.models.embedder import FILE, MAX_PIECES
from scripts.training.wishes_and_lines import CARRIES, Pair, is_left_out, pairs, reached

try:
    import torch
    import torch.nn.functional as F
    from torch import Tensor, nn

    from scripts.training.encoder_network import LAYERS, Network, int8_rows, load_base, quantise
except ImportError as error:
    sys.exit(f"training needs torch and safetensors ({error}): pip install 'visionfit[train]'")

EPOCHS, BATCH = 3, 64  # pairs
RATE = 1e-4  # of the top layer
DECAY = 0.9  # of the rate, from each layer to the one below (Howard & Ruder 2018)
AVERAGED = 0.99  # share of the running mean of the weights that each step keeps (Polyak averaging)
SCALE = 20.0  # of cosines in both losses
KEPT_UNLINKED = 0.4  # share of the pairs marked 0 that are seen in an epoch: they are half of all
TOGETHER = 6  # pairs of one wish, or of one line, in a batch
LONGEST = 72  # word pieces


class Texts:
    """Unit vectors of texts by a network that learns."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._tokenizer = BertWordPieceTokenizer(str(files.vocabulary_file()), lowercase=True)
        self._tokenizer.enable_truncation(LONGEST)

    def __call__(self, texts: Sequence[str]) -> Tensor:
        """Shape (len(texts), 384)."""
        pieces = [self._tokenizer.encode(text).ids for text in texts]
        length = max(map(len, pieces))
        ids, present = torch.zeros(len(texts), length, dtype=torch.long), torch.zeros(len(texts), length)
        for row, own in enumerate(pieces):
            ids[row, : len(own)], present[row, : len(own)] = torch.tensor(own), 1
        bias = ((1 - present) * -1e9)[:, None, None, :]
        with torch.autocast("cpu", torch.bfloat16):
            output = self.network(ids, torch.zeros_like(ids), bias)
        return F.normalize((output.float() * present[..., None]).sum(1), dim=1)


def loss_of(wishes: Tensor, lines: Tensor, batch: Sequence[Pair]) -> Tensor:
    """Of one batch, from its vectors (n, 384) each."""
    marks = torch.tensor([float(pair.mark) for pair in batch])
    likeness = SCALE * wishes @ lines.T
    own = likeness.diagonal()
    higher = marks[:, None] - marks[None, :]
    wrong = (own[None, :] - own[:, None] + higher.clamp(min=1).log())[higher > 0]
    ordered = torch.logsumexp(torch.cat([torch.zeros(1), wrong]), 0)
    carried = (marks >= CARRIES).nonzero()[:, 0]
    to_line = likeness + _no_negatives([p.wish for p in batch], [p.line for p in batch], marks)
    to_wish = likeness.T + _no_negatives([p.line for p in batch], [p.wish for p in batch], marks)
    return ordered / 4 + (F.cross_entropy(to_line[carried], carried) + F.cross_entropy(to_wish[carried], carried)) / 2


def _no_negatives(asked: Sequence[str], offered: Sequence[str], marks: Tensor) -> Tensor:
    """Added to the logits (n, n): what also carries, or is the same text, is no negative."""
    same, offered_same = (torch.tensor([[a == b for b in texts] for a in texts]) for texts in (asked, offered))
    out = (same & (marks >= CARRIES)[None, :]) | offered_same
    return torch.zeros(out.shape).masked_fill(out & ~torch.eye(len(asked), dtype=torch.bool), -1e9)


def batches(seen: Sequence[Pair]) -> Iterator[list[Pair]]:
    """What is said of one wish, or of one line, comes together, so that its traps are told from what carries it."""
    lines = Counter(pair.wish for pair in seen)
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in seen:
        if pair.mark or random.random() < KEPT_UNLINKED:
            groups[pair.wish if lines[pair.wish] > 1 else pair.line].append(pair)
    together = []
    for group in groups.values():
        random.shuffle(group)
        together += [group[start : start + TOGETHER] for start in range(0, len(group), TOGETHER)]
    random.shuffle(together)
    batch: list[Pair] = []
    for group in together:
        batch += group
        if len(batch) >= BATCH:
            yield batch
            batch = []


def train(network: Network, seen: Sequence[Pair], left_out: Sequence[Pair]) -> Network:
    """AdamW, warm-up, linear decay; gives the network with the running mean of its weights."""
    mean = copy.deepcopy(network)
    optimiser = torch.optim.AdamW(
        [{"params": layer.parameters(), "lr": RATE * DECAY ** (LAYERS - 1 - number)} for number, layer in enumerate(network.layers)],
        weight_decay=0.01,
    )
    epochs = [list(batches(seen)) for _ in range(EPOCHS)]
    steps = sum(map(len, epochs))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    texts, step = Texts(network), 0
    learnt = [parameter for layer in network.layers for parameter in layer.parameters()]
    kept = [parameter for layer in mean.layers for parameter in layer.parameters()]
    for number, epoch in enumerate(epochs, 1):
        network.train()
        total, start = 0.0, time.monotonic()
        for batch in epoch:
            loss = loss_of(texts([p.wish for p in batch]), texts([p.line for p in batch]), batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learnt, 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            with torch.no_grad():
                torch._foreach_lerp_(kept, learnt, 1 - min(AVERAGED, (1 + step) / (10 + step)))
            total += loss.item()
        print(f"epoch {number}: loss {total / len(epoch):.3f}, {time.monotonic() - start:.0f} s; {reached(told(mean, left_out), left_out)}", file=sys.stderr)
    return mean


def told(network: Network, judged: Sequence[Pair]) -> np.ndarray:
    """How near wish and line are by the network, shape (pairs,)."""
    texts = Texts(network.eval())
    with torch.no_grad():
        return np.concatenate([
            (texts([p.wish for p in part]) * texts([p.line for p in part])).sum(1).numpy()
            for part in (judged[start : start + BATCH] for start in range(0, len(judged), BATCH))
        ])


class SentenceEmbedder(nn.Module):
    """Word pieces (texts, pieces) of texts of one length in, unit vectors (texts, 384) out."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        embeddings = network.embeddings
        self.layers, self.norm = network.layers, embeddings.norm
        words, scale = int8_rows(embeddings.words.weight.detach())
        self.register_buffer("words", words)
        self.register_buffer("scale", scale)
        self.register_buffer("positions", (embeddings.positions.weight + embeddings.types.weight[0]).detach()[:MAX_PIECES])

    def forward(self, ids: Tensor) -> Tensor:
        x = self.norm(self.words[ids].float() * self.scale[ids] + self.positions[: ids.shape[1]])
        for layer in self.layers:
            x = layer(x)
        mean = x.mean(1)
        return mean / mean.norm(dim=1, keepdim=True)


def write(network: Network, out: Path) -> None:
    """Write `network` as an embedder: int8 ONNX."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "fp32.onnx"
        torch.onnx.export(
            SentenceEmbedder(network).eval(),
            (torch.ones(2, 9, dtype=torch.long),),
            str(whole),
            dynamo=False,
            opset_version=17,
            input_names=["input_ids"],
            output_names=["vectors"],
            dynamic_axes={"input_ids": {0: "texts", 1: "pieces"}, "vectors": {0: "texts"}},
        )
        quantise(whole, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=files.DATA / FILE)
    arguments = parser.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    every = pairs()
    left_out = [pair for pair in every if is_left_out(pair)]
    network = load_base(arguments.weights)
    print(f"untrained: {reached(told(network, left_out), left_out)}", file=sys.stderr)
    write(train(network, [pair for pair in every if not is_left_out(pair)], left_out), arguments.out)
    print(f"{arguments.out}  sha256 {files.sha256(arguments.out)}  (put it into nlp/models/embedder.py)")


if __name__ == "__main__":
    main()
