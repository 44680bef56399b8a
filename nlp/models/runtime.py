"""How the networks run: a run on one thread, in memory that all networks share."""
from __future__ import annotations

from pathlib import Path

import onnxruntime

# An arena for each network would keep some 20 MB more: each grows to its own largest run and is never made smaller.
onnxruntime.create_and_register_allocator(
    onnxruntime.OrtMemoryInfo("Cpu", onnxruntime.OrtAllocatorType.ORT_ARENA_ALLOCATOR, 0, onnxruntime.OrtMemType.DEFAULT),
    None,
)


def session(model: Path) -> onnxruntime.InferenceSession:
    """The network in an ONNX file, ready to run on the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.use_env_allocators", "1")
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
