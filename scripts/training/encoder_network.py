"""MiniLM in PyTorch (BERT, Devlin et al. 2019; Wang et al. 2020) with the statement encoder's head. Needs torch."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from nlp.models.statement_encoder import CLASSES, OUTPUTS, WINDOW

LAYERS, WIDTH, HEADS, INNER, HIDDEN, VOCABULARY = 6, 384, 12, 1536, 192, 30522
EPSILON = 1e-12  # of the layer norms, as MiniLM was trained

_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "norm2": "output.LayerNorm",
}
_EMBEDDINGS = {
    "words": "word_embeddings",
    "positions": "position_embeddings",
    "types": "token_type_embeddings",
    "norm": "LayerNorm",
}


class Layer(nn.Module):
    """One transformer block, normalised after each half."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = 0.1

    def forward(self, x: Tensor, bias: Tensor | None = None) -> Tensor:
        batch, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        # Written out: torch's fused attention is several times slower in bfloat16 on a CPU.
        weights = split(self.query(x)) @ split(self.key(x)).transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        if bias is not None:
            weights = weights + bias.to(x.dtype)
        mixed = torch.softmax(weights, -1).to(x.dtype) @ split(self.value(x))
        x = self.norm1(x + self._drop(self.mixed(mixed.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm2(x + self._drop(self.outer(F.gelu(self.inner(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        """Dropout with one mask for all positions of a sequence: a mask a position costs a tenth of the step."""
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) > self.dropout
        return x * kept.to(x.dtype) / (1 - self.dropout)


class Embeddings(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.words, self.types = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(2, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)

    def forward(self, ids: Tensor, types: Tensor) -> Tensor:
        return self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]] + self.types(types))


class Network(nn.Module):
    """MiniLM with a head over the means of each passage and of its heading. The embeddings stay as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.embeddings = Embeddings().requires_grad_(False)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.hidden, self.outputs = nn.Linear(2 * WIDTH, HIDDEN), nn.Linear(HIDDEN, len(OUTPUTS))

    def forward(self, ids: Tensor, types: Tensor, bias: Tensor) -> Tensor:
        """Vectors of word pieces, (windows, pieces, WIDTH); `bias` is added to the attention's logits."""
        x = self.embeddings(ids, types)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def head(self, passages: Tensor, headings: Tensor) -> Tensor:
        """Logits of OUTPUTS, from vectors (n, width)."""
        both = F.dropout(torch.cat([passages, headings], 1), 0.1, self.training)
        logits: Tensor = self.outputs(F.dropout(F.gelu(self.hidden(both)), 0.1, self.training))
        return logits


def load_base(weights: Path) -> Network:
    """MiniLM from its safetensors file, under a head that has learnt nothing yet."""
    stored = load_file(weights)
    network = Network()
    parts: list[tuple[nn.Module, str, dict[str, str]]] = [(network.embeddings, "embeddings", _EMBEDDINGS)]
    parts += [(layer, f"encoder.layer.{number}", _PARTS) for number, layer in enumerate(network.layers)]
    for module, prefix, names in parts:
        renamed = _renamed(module, prefix, names)
        module.load_state_dict({key: stored[key_of] for key, key_of in renamed.items()})
    return network


def _renamed(module: nn.Module, prefix: str, names: dict[str, str]) -> dict[str, str]:
    keys = {}
    for key in module.state_dict():
        part, kind = key.split(".")
        keys[key] = f"{prefix}.{names[part]}.{kind}"
    return keys


class Whole(nn.Module):
    """All of it for one window, as it is exported: word pieces in, probabilities of OUTPUTS out.

    Word vectors are kept as int8 with a scale each. Entries of the vocabulary that are not `kept` become [UNK].
    """

    def __init__(self, network: Network, kept: Tensor) -> None:
        super().__init__()
        embeddings = network.embeddings
        self.network, self.norm = network, embeddings.norm
        words, scale = int8_rows(embeddings.words.weight.detach()[kept])
        place = torch.full((VOCABULARY,), int((kept == 100).nonzero()), dtype=torch.int32)
        place[kept] = torch.arange(len(kept), dtype=torch.int32)
        self.register_buffer("words", words)
        self.register_buffer("scale", scale)
        self.register_buffer("place", place)
        self.register_buffer("positions", embeddings.positions.weight.detach()[:WINDOW])
        self.register_buffer("types", embeddings.types.weight.detach())

    def forward(self, ids: Tensor, types: Tensor, pooling: Tensor, heading_pooling: Tensor) -> Tensor:
        ids = self.place[ids]
        x = self.words[ids].float() * self.scale[ids]
        x = self.norm(x + self.positions[: ids.shape[1]] + self.types[types])
        for layer in self.network.layers:
            x = layer(x)
        x = x[0]
        return probabilities(self.network.head(pooling @ x, heading_pooling @ x))


def int8_rows(vectors: Tensor) -> tuple[Tensor, Tensor]:
    """Each row as int8 and its scale (rows, 1)."""
    scale = vectors.abs().amax(1, keepdim=True) / 127
    return (vectors / scale).round().to(torch.int8), scale


def quantise(whole: Path, out: Path) -> None:
    """Write the ONNX file `whole` with int8 weights (per channel; activations quantised as they come)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    # Seven bits: eight would saturate on processors without VNNI, and figures would depend on the machine.
    quantize_dynamic(
        whole, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True, op_types_to_quantize=["MatMul"]
    )


def probabilities(logits: Tensor) -> Tensor:
    """Softmax over CLASSES, a sigmoid for each of VALUE_PARTS."""
    count = len(CLASSES)
    return torch.cat([logits[:, :count].softmax(1), logits[:, count:].sigmoid()], 1)
