"""The language core: pages in, a brief out. Pure: no network, no files but its own data and models."""
import os

# From 1.29 on onnxruntime reports its use to its makers unless this is set before it is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
