"""Write the sentence embedder, all-MiniLM-L6-v2, as int8 ONNX: its authors' weights, quantised, nothing learnt.

    python -m scripts.training.sentence_embedder MINILM.safetensors [--out FILE]

MINILM.safetensors and what this needs are those of encoder.py. Run theme_vectors.py and tails.py after it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from nlp.models import files
from nlp.models.embedder import FILE, MAX_PIECES

try:
    import torch
    from torch import Tensor, nn

    from scripts.training.encoder_network import Network, int8_rows, load_base, quantise
except ImportError as error:
    sys.exit(f"training needs torch and safetensors ({error}): pip install 'visionfit[train]'")


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
    write(load_base(arguments.weights), arguments.out)
    print(f"{arguments.out}  sha256 {files.sha256(arguments.out)}  (put it into nlp/models/embedder.py)")


if __name__ == "__main__":
    main()
