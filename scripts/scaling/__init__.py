"""Research at scale: throughput, scaling, memory, and a simulation of a million companies. See docs/scale.md."""
